namespace PresenceClient.Emulator.State;

/// <summary>
/// The complete state of a user's presence at one time. Not thread-safe: <see cref="EmulatedPresence"/> guards it,
/// advances its clock and counts visible changes.
/// </summary>
internal sealed partial class PresenceState(
    DateTime startedAt, PresenceEmulatorOptions rules, Func<DateTime, Scene>? life)
{
    private PresenceSession[] _sessions = [];
    private CalendarEvent[] _calendar = [];
    private Preference? _preference;
    private StatusMessage? _status;
    private AutomaticReply? _reply;
    private WorkLocation? _manual;
    private WorkLocation? _automatic;
    private WorkLocation? _scheduled;

    /// <summary>The current time of the state.</summary>
    public DateTime Now { get; private set; } = startedAt;

    /// <summary>
    /// Advances the time and removes what has expired. Expiry takes precedence: a session that would fade and expire
    /// at the same time is removed.
    /// </summary>
    public void MoveTo(DateTime time)
    {
        Now = time;
        // Expiry is rare, so the check for it allocates nothing.
        foreach (PresenceSession session in _sessions)
        {
            if (session.ExpiresAt <= Now)
            {
                _sessions = Array.FindAll(_sessions, one => one.ExpiresAt > Now);
            }
        }

        foreach (CalendarEvent entry in _calendar)
        {
            if (entry.Time.End <= Now)
            {
                _calendar = Array.FindAll(_calendar, one => one.Time.End > Now);
            }
        }

        _preference = _preference?.ExpiresAt <= Now ? null : _preference;
        _status = _status?.ExpiresAt <= Now ? null : _status;
        _reply = _reply?.Time.End <= Now ? null : _reply;
        _manual = _manual?.EndsAt <= Now ? null : _manual;
        _automatic = _automatic?.EndsAt <= Now ? null : _automatic;
    }

    /// <summary>Returns when time changes the state next; <see cref="DateTime.MaxValue"/> for never.</summary>
    public DateTime NextChange()
    {
        DateTime next = DateTime.MaxValue;
        foreach (PresenceSession session in _sessions)
        {
            next = Earlier(next, session.NextChange(Now));
        }

        foreach (CalendarEvent entry in _calendar)
        {
            next = Earlier(next, entry.Time.NextChange(Now));
        }

        next = Earlier(next, _preference?.ExpiresAt);
        next = Earlier(next, _status?.ExpiresAt);
        next = Earlier(next, _reply?.Time.NextChange(Now));
        next = Earlier(next, _manual?.EndsAt);
        return Earlier(next, _automatic?.EndsAt);
    }

    private static DateTime Earlier(DateTime one, DateTime? other) => other < one ? other.Value : one;
}
