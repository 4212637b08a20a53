namespace PresenceClient.Emulator;

/// <summary>What can be done to a user's presence, through Graph or outside it.</summary>
internal sealed partial class UserPresence
{
    /// <summary>Sets a session, or renews it: both clocks start again. Without a duration it does not expire.</summary>
    public void SetSession(DateTime now, SessionKind kind, string key, PresencePair pair, TimeSpan? duration = null) =>
        Change(now, () =>
        {
            var session = new PresenceSession(kind, key, pair, _settledAt, After(duration));
            _sessions = [.. _sessions.Where(other => !other.Is(kind, key)), session];
        });

    /// <summary>Ends a session; false if there is none.</summary>
    public bool EndSession(DateTime now, SessionKind kind, string key)
    {
        var found = false;
        Change(now, () =>
        {
            PresenceSession[] left = Array.FindAll(_sessions, session => !session.Is(kind, key));
            found = left.Length < _sessions.Length;
            _sessions = left;
        });
        return found;
    }

    /// <summary>Prefers a pair for as long.</summary>
    public void Prefer(DateTime now, PresencePair pair, TimeSpan duration) =>
        Change(now, () => _preference = new Preference(pair, After(duration)));

    /// <summary>Drops the preference, if there is one.</summary>
    public void ClearPreference(DateTime now) => Change(now, () => _preference = null);

    /// <summary>Publishes a status message; an empty one takes the last away.</summary>
    public void SetStatus(DateTime now, string content, DateTime? expiresAt = null) =>
        Change(now, () => _status = content.Length == 0
            ? null
            : new StatusMessage(content, _settledAt, expiresAt ?? DateTime.MaxValue));

    /// <summary>Sets the automatic reply; null ends it.</summary>
    public void SetOutOfOffice(DateTime now, OutOfOffice? outOfOffice) =>
        Change(now, () => _outOfOffice = outOfOffice);

    /// <summary>Sets the layer that the location names as its source.</summary>
    public void SetLocation(DateTime now, WorkLocation location) =>
        Change(now, () => Layer(location.Source) = location);

    /// <summary>Clears one layer.</summary>
    public void ClearLocation(DateTime now, string source) => Change(now, () => Layer(source) = null);

    /// <summary>Clears what the user chose and what agents found; the calendar's layer stays.</summary>
    public void ClearManualAndAutomaticLocation(DateTime now) => Change(now, () => _manual = _automatic = null);

    private ref WorkLocation? Layer(string source)
    {
        if (source == WorkLocation.Manual)
            return ref _manual;
        return ref source == WorkLocation.Automatic ? ref _automatic : ref _scheduled;
    }

    private void Change(DateTime now, Action change)
    {
        lock (_gate)
        {
            Settle(now);
            VisiblePresence before = Look();
            change();
            Conclude(before);
        }
    }

    private DateTime After(TimeSpan? duration) =>
        duration is { } length && length < DateTime.MaxValue - _settledAt ? _settledAt + length : DateTime.MaxValue;
}
