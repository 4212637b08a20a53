namespace PresenceClient.Emulator;

/// <summary>What can be done to a user's presence, through Graph or outside it.</summary>
internal sealed partial class PresenceState
{
    /// <summary>Sets a session, or renews it: both clocks start again. Without a duration it does not expire.</summary>
    public void SetSession(SessionKind kind, string key, PresencePair pair, TimeSpan? duration = null)
    {
        var session = new PresenceSession(kind, key, pair, Now, After(duration));
        _sessions = [.. _sessions.Where(other => !other.Is(kind, key)), session];
    }

    /// <summary>Ends a session; false if there is none.</summary>
    public bool EndSession(SessionKind kind, string key)
    {
        PresenceSession[] left = Array.FindAll(_sessions, session => !session.Is(kind, key));
        bool found = left.Length < _sessions.Length;
        _sessions = left;
        return found;
    }

    /// <summary>Prefers a pair for as long.</summary>
    public void Prefer(PresencePair pair, TimeSpan duration) => _preference = new Preference(pair, After(duration));

    /// <summary>Drops the preference, if there is one.</summary>
    public void ClearPreference() => _preference = null;

    /// <summary>Publishes a status message; an empty one takes the last away.</summary>
    public void SetStatus(string content, DateTime? expiresAt = null) =>
        _status = content.Length == 0 ? null : new StatusMessage(content, Now, expiresAt ?? DateTime.MaxValue);

    /// <summary>Sets the automatic reply; null ends it.</summary>
    public void SetOutOfOffice(OutOfOffice? outOfOffice) => _outOfOffice = outOfOffice;

    /// <summary>Sets the layer that the location names as its source.</summary>
    public void SetLocation(WorkLocation location) => Layer(location.Source) = location;

    /// <summary>Clears one layer.</summary>
    public void ClearLocation(string source) => Layer(source) = null;

    /// <summary>Clears what the user chose and what agents found; the calendar's layer stays.</summary>
    public void ClearManualAndAutomaticLocation() => _manual = _automatic = null;

    private ref WorkLocation? Layer(string source)
    {
        if (source == WorkLocation.Manual)
            return ref _manual;
        return ref source == WorkLocation.Automatic ? ref _automatic : ref _scheduled;
    }

    private DateTime After(TimeSpan? duration) =>
        duration is { } length && length < DateTime.MaxValue - Now ? Now + length : DateTime.MaxValue;
}
