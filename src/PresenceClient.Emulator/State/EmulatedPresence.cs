namespace PresenceClient.Emulator.State;

/// <summary>
/// The presence of one user. No timer is needed: a read first replays, in the order of their due times, the changes
/// since the last read, so that all readers see the same, sequence numbers included.
/// </summary>
internal sealed class EmulatedPresence(
    DateTime startedAt, PresenceEmulatorOptions rules, Func<DateTime, Scene>? life = null)
{
    private readonly Lock _gate = new();
    private readonly PresenceState _state = new(startedAt, rules, life);
    private DateTime _nextChange = DateTime.MaxValue;
    private long _sequence = 1;
    private Action<DateTime, EmulatedPair>? _observer;
    private EmulatedPair _observed;

    /// <summary>When time changes the state next, without simulated activity.</summary>
    public DateTime NextChange
    {
        get
        {
            lock (_gate)
            {
                return _nextChange;
            }
        }
    }

    /// <summary>
    /// Calls back with each change of availability or activity from now on, under the lock of the presence. Simulated
    /// activity is seen when the presence is read.
    /// </summary>
    public void Observe(DateTime now, Action<DateTime, EmulatedPair>? observer)
    {
        lock (_gate)
        {
            Settle(now);
            (_observer, _observed) = (observer, _state.Look().Pair);
        }
    }

    /// <summary>Returns the visible presence at <paramref name="now"/>, with its sequence number.</summary>
    public (VisiblePresence Visible, long Sequence) Read(DateTime now)
    {
        lock (_gate)
        {
            Settle(now);
            return (_state.Look(), _sequence + _state.ScenesSoFar);
        }
    }

    /// <summary>Makes a change at <paramref name="now"/>.</summary>
    public void Change(DateTime now, Action<PresenceState> change) => Change(now, state =>
    {
        change(state);
        return true;
    });

    /// <summary>Makes a change at <paramref name="now"/>, and returns its result.</summary>
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
    /// Replays the changes that were due until now. The clock never runs backwards here, on whatever threads it is
    /// read.
    /// </summary>
    private void Settle(DateTime now)
    {
        while (_nextChange <= now)
        {
            // Just before the due time, not at the time of the last read, so that the result does not depend on reads.
            _state.MoveTo(_nextChange.AddTicks(-1));
            VisiblePresence before = _state.Look();
            _state.MoveTo(_nextChange);
            Conclude(before);
        }

        if (now > _state.Now)
        {
            _state.MoveTo(now);
            Announce();
        }
    }

    private void Announce()
    {
        if (_observer is not null && _state.Look().Pair is var pair && pair != _observed)
        {
            _observed = pair;
            _observer(_state.Now, pair);
        }
    }

    /// <summary>Ends a change: counts it if it is visible, and calculates when time brings the next one.</summary>
    private void Conclude(VisiblePresence before)
    {
        // A change can end as soon as it is made, for example a message that has already expired.
        _state.MoveTo(_state.Now);
        if (_state.Look() != before)
        {
            _sequence++;
        }

        Announce();
        _nextChange = _state.NextChange();
    }
}
