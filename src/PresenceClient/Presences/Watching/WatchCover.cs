namespace PresenceClient.Presences.Watching;

/// <summary>Users that another source covers. The state of the watch guards it with its lock.</summary>
/// <param name="ids">The object ids, each once.</param>
internal sealed class WatchCover(string[] ids)
{
    /// <summary>
    /// A notification comes within a minute. A change of an older poll that was not reported was missed.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private const int MissedInARow = 3;

    private readonly Dictionary<string, DateTimeOffset> _polled = new(StringComparer.OrdinalIgnoreCase);
    private int _missed;

    public IReadOnlyList<string> Ids => ids;

    /// <summary>Notes that a poll has found a change.</summary>
    public void NotePolled(string id, DateTimeOffset at) => _polled.TryAdd(id, at);

    /// <summary>Notes that the source has reported something about a user.</summary>
    public void NoteReported(string id)
    {
        _polled.Remove(id);
        _missed = 0;
    }

    /// <summary>Returns whether polls have found changes that the source missed, several in a row.</summary>
    public bool IsSilent(DateTimeOffset now)
    {
        foreach ((string id, DateTimeOffset at) in _polled)
        {
            if (now - at > Patience)
            {
                _polled.Remove(id);
                _missed++;
            }
        }

        return _missed >= MissedInARow;
    }
}
