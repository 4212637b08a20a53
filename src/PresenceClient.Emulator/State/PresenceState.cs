namespace PresenceClient.Emulator;

/// <summary>
/// All that a user's presence is made of, at one moment. Not safe for many threads: <see cref="UserPresence"/> guards
/// it, moves its clock, and counts what changes.
/// </summary>
internal sealed partial class PresenceState(DateTime startedAt)
{
    private PresenceSession[] _sessions = [];
    private Preference? _preference;
    private StatusMessage? _status;
    private OutOfOffice? _outOfOffice;
    private WorkLocation? _manual;
    private WorkLocation? _automatic;
    private WorkLocation? _scheduled;

    /// <summary>The moment that the state is at.</summary>
    public DateTime Now { get; private set; } = startedAt;

    /// <summary>What people see.</summary>
    public VisiblePresence Look() => new(Aggregate(), _status, _outOfOffice, _manual ?? _automatic ?? _scheduled);

    /// <summary>
    /// Moves on and drops what is over. Expiry comes before anything else: a session that expires where it would fade
    /// is gone.
    /// </summary>
    public void MoveTo(DateTime time)
    {
        Now = time;
        foreach (PresenceSession session in _sessions)
        {
            // Rare, so the search for it should allocate nothing.
            if (session.ExpiresAt <= Now)
                _sessions = Array.FindAll(_sessions, one => one.ExpiresAt > Now);
        }

        if (_preference?.ExpiresAt <= Now)
            _preference = null;
        if (_status?.ExpiresAt <= Now)
            _status = null;
    }

    /// <summary>When time next changes something; <see cref="DateTime.MaxValue"/> for never.</summary>
    public DateTime NextChange()
    {
        DateTime next = DateTime.MaxValue;
        foreach (PresenceSession session in _sessions)
            next = Earlier(next, session.NextChange(Now));
        return Earlier(Earlier(next, _preference?.ExpiresAt), _status?.ExpiresAt);
    }

    /// <summary>
    /// The highest session, the latest set of equals; a preference over all, as long as there is one at all.
    /// </summary>
    private PresencePair Aggregate()
    {
        PresencePair? highest = null;
        foreach (PresenceSession session in _sessions)
        {
            // Sessions stand in the order of their last set, so an equal that comes later was set later.
            PresencePair pair = session.At(Now);
            if (highest is null || pair.Rank >= highest.Value.Rank)
                highest = pair;
        }

        if (highest is null)
            return PresencePair.Offline;
        return _preference?.Pair ?? highest.Value;
    }

    private static DateTime Earlier(DateTime one, DateTime? other) => other < one ? other.Value : one;
}
