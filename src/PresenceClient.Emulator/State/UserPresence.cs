namespace PresenceClient.Emulator;

/// <summary>
/// The presence of one user. Nothing runs on a timer: whoever looks first replays, in the order of their due times, the
/// changes that time has brought since the last look, so that every reader sees the same, sequence numbers included.
/// </summary>
internal sealed partial class UserPresence(DateTime startedAt)
{
    private readonly Lock _gate = new();
    private PresenceSession[] _sessions = [];
    private Preference? _preference;
    private StatusMessage? _status;
    private OutOfOffice? _outOfOffice;
    private WorkLocation? _manual;
    private WorkLocation? _automatic;
    private WorkLocation? _scheduled;
    private DateTime _settledAt = startedAt;
    private DateTime _nextChange = DateTime.MaxValue;
    private long _sequence = 1;

    /// <summary>What people see at <paramref name="now"/>, and the version stamp of it.</summary>
    public (VisiblePresence Visible, long Sequence) Read(DateTime now)
    {
        lock (_gate)
        {
            Settle(now);
            return (Look(), _sequence);
        }
    }

    /// <summary>
    /// Replays what fell due until now. The clock never runs backwards here, whatever threads read it.
    /// </summary>
    private void Settle(DateTime now)
    {
        while (_nextChange <= now)
        {
            VisiblePresence before = Look();
            _settledAt = _nextChange;
            Conclude(before);
        }

        if (now > _settledAt)
            _settledAt = now;
    }

    /// <summary>
    /// Ends a change: drops what is over, counts the change if it can be seen, finds the next due time.
    /// </summary>
    private void Conclude(VisiblePresence before)
    {
        DropWhatIsOver();
        if (Look() != before)
            _sequence++;
        _nextChange = DateTime.MaxValue;
        foreach (PresenceSession session in _sessions)
            _nextChange = Earlier(_nextChange, session.NextChange(_settledAt));
        _nextChange = Earlier(_nextChange, _preference?.ExpiresAt);
        _nextChange = Earlier(_nextChange, _status?.ExpiresAt);
    }

    /// <summary>Expiry comes before anything else: a session that expires where it would fade is gone.</summary>
    private void DropWhatIsOver()
    {
        if (Array.Exists(_sessions, session => session.ExpiresAt <= _settledAt))
            _sessions = Array.FindAll(_sessions, session => session.ExpiresAt > _settledAt);
        if (_preference?.ExpiresAt <= _settledAt)
            _preference = null;
        if (_status?.ExpiresAt <= _settledAt)
            _status = null;
    }

    private VisiblePresence Look() => new(Aggregate(), _status, _outOfOffice, _manual ?? _automatic ?? _scheduled);

    /// <summary>
    /// The highest session, the latest set of equals; a preference over all, as long as there is one at all.
    /// </summary>
    private PresencePair Aggregate()
    {
        PresencePair? highest = null;
        foreach (PresenceSession session in _sessions)
        {
            // Sessions stand in the order of their last set, so an equal that comes later was set later.
            PresencePair pair = session.At(_settledAt);
            if (highest is null || pair.Rank >= highest.Value.Rank)
                highest = pair;
        }

        if (highest is null)
            return PresencePair.Offline;
        return _preference?.Pair ?? highest.Value;
    }

    private static DateTime Earlier(DateTime one, DateTime? other) => other < one ? other.Value : one;
}
