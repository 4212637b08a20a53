namespace PresenceClient.Presences.Watching;

/// <content>What a reader of sweeps gets.</content>
internal sealed partial class WatchState
{
    /// <summary>Whether there is news for a reader of sweeps.</summary>
    /// <returns>What kind of news; null at the end of the reader.</returns>
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

    /// <summary>The reader has got the state of all users.</summary>
    public void EndResynchronization(ChangeReader reader)
    {
        lock (_gate)
        {
            reader.IsResynchronized = false;
        }
    }
}
