namespace PresenceClient.Emulator.State;

/// <summary>
/// All that a user's presence is made of, at one moment. Not safe for many threads: <see cref="EmulatedPresence"/>
/// guards it, moves its clock, and counts what changes.
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

    /// <summary>The moment that the state is at.</summary>
    public DateTime Now { get; private set; } = startedAt;

    /// <summary>
    /// Moves on and drops what is over. Expiry comes before anything else: a session that expires where it would fade
    /// is gone.
    /// </summary>
    public void MoveTo(DateTime time)
    {
        Now = time;
        // What is over is rare, so that the search for it allocates nothing.
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

    /// <summary>When time next changes something; <see cref="DateTime.MaxValue"/> for never.</summary>
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
