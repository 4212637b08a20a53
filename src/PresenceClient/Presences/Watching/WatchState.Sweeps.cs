namespace PresenceClient.Presences.Watching;

/// <content>News for readers of sweeps.</content>
internal sealed partial class WatchState
{
    /// <summary>Returns the news for a reader of sweeps.</summary>
    /// <returns>The news; null at the end.</returns>
    public SweepNews? NewsFor(ChangeReader reader)
    {
        lock (_gate)
        {
            if (IsAtEnd(reader))
            {
                return null;
            }

            if (reader.Announcement == _announcement)
            {
                return new SweepNews { Later = reader.WaitAsync() };
            }

            var news = new SweepNews
            {
                Version = _version,
                IsSweep = reader.Sweep != _sweeps,
                IsTrouble = reader.Trouble != _troubles,
                IsResynchronization = reader.IsResynchronized,
            };
            (reader.Announcement, reader.Sweep, reader.Trouble) = (_announcement, _sweeps, _troubles);
            return news;
        }
    }

    /// <summary>Notes that the reader has received the state of all users.</summary>
    public void EndResynchronization(ChangeReader reader)
    {
        lock (_gate)
        {
            reader.IsResynchronized = false;
        }
    }
}
