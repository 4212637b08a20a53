namespace PresenceClient.Emulator.State;

/// <content>The changes to a user's presence, through Graph or outside it.</content>
internal sealed partial class PresenceState
{
    /// <summary>Sets or renews a session, which restarts both clocks. Without a duration it does not expire.</summary>
    public void SetSession(SessionKind kind, string key, EmulatedPair pair, TimeSpan? duration = null)
    {
        var session = new PresenceSession(kind, key, pair, Now, After(duration));
        _sessions = [.. _sessions.Where(other => !other.Is(kind, key)), session];
    }

    /// <summary>Ends a session; false if there is none.</summary>
    public bool EndSession(SessionKind kind, string key) => EndSessions(session => session.Is(kind, key));

    /// <summary>Ends all sessions of a kind; false if there are none.</summary>
    public bool EndSessions(SessionKind kind) => EndSessions(session => session.Kind == kind);

    /// <summary>Sets the preferred presence, for the duration or for the default duration of the pair.</summary>
    public void Prefer(EmulatedPair pair, TimeSpan? duration)
    {
        int usualDays = pair.Availability is "Busy" or "DoNotDisturb" ? 1 : 7;
        _preference = new Preference(pair, After(duration ?? TimeSpan.FromDays(usualDays)));
    }

    /// <summary>Clears the preferred presence, if there is one.</summary>
    public void ClearPreference() => _preference = null;

    /// <summary>
    /// Publishes a status message; an empty one removes the current message. Null or a time in the year 9999 means
    /// that it does not expire.
    /// </summary>
    public void SetStatus(string content, DateTime? expiresAt = null)
    {
        DateTime end = expiresAt is { } time && time.Year < DateTime.MaxValue.Year ? time : DateTime.MaxValue;
        _status = content.Length == 0 ? null : new StatusMessage(content, Now, end);
    }

    /// <summary>Adds an event to the calendar.</summary>
    public void AddEvent(CalendarEvent entry) => _calendar = [.. _calendar, entry];

    /// <summary>Removes all events from the calendar.</summary>
    public void ClearCalendar() => _calendar = [];

    /// <summary>Sets the automatic reply; null ends it.</summary>
    public void SetReply(AutomaticReply? reply) => _reply = reply;

    private bool EndSessions(Predicate<PresenceSession> which)
    {
        PresenceSession[] left = Array.FindAll(_sessions, session => !which(session));
        bool found = left.Length < _sessions.Length;
        _sessions = left;
        return found;
    }

    private DateTime After(TimeSpan? duration) =>
        duration is { } length && length < DateTime.MaxValue - Now ? Now + length : DateTime.MaxValue;
}
