namespace PresenceClient.Emulator.State;

/// <summary>
/// The presence of one user. Nothing runs on a timer: whoever looks first replays, in the order of their due times, the
/// changes that time has brought since the last look, so that every reader sees the same, sequence numbers included.
/// </summary>
internal sealed class EmulatedPresence(
    DateTime startedAt, PresenceEmulatorOptions rules, Func<DateTime, Scene>? life = null)
{
    private readonly Lock _gate = new();
    private readonly PresenceState _state = new(startedAt, rules, life);
    private DateTime _nextChange = DateTime.MaxValue;
    private long _sequence = 1;

    /// <summary>What people see at <paramref name="now"/>, and the version stamp of it.</summary>
    public (VisiblePresence Visible, long Sequence) Read(DateTime now)
    {
        lock (_gate)
        {
            Settle(now);
            return (_state.Look(), _sequence + _state.ScenesSoFar);
        }
    }

    /// <summary>Changes something at <paramref name="now"/>.</summary>
    public void Change(DateTime now, Action<PresenceState> change) => Change(now, state =>
    {
        change(state);
        return true;
    });

    /// <summary>Changes something at <paramref name="now"/>, and gives back what came of it.</summary>
    public T Change<T>(DateTime now, Func<PresenceState, T> change)
    {
        lock (_gate)
        {
            Settle(now);
            VisiblePresence before = _state.Look();
            T result = change(_state);
            Conclude(before);
            return result;
        }
    }

    /// <summary>
    /// Replays what fell due until now. The clock never runs backwards here, whatever threads read it.
    /// </summary>
    private void Settle(DateTime now)
    {
        while (_nextChange <= now)
        {
            // Just before, and not when somebody looked last: what comes of it is the same whoever looked.
            _state.MoveTo(_nextChange.AddTicks(-1));
            VisiblePresence before = _state.Look();
            _state.MoveTo(_nextChange);
            Conclude(before);
        }

        if (now > _state.Now)
        {
            _state.MoveTo(now);
        }
    }

    /// <summary>Ends a change: counts it if it can be seen, and finds out when time brings the next.</summary>
    private void Conclude(VisiblePresence before)
    {
        // A change can be over as soon as it is made, such as a message that has expired.
        _state.MoveTo(_state.Now);
        if (_state.Look() != before)
        {
            _sequence++;
        }
        _nextChange = _state.NextChange();
    }
}
