namespace PresenceClient.Http;

/// <content>How requests pass the gate. All but the delay is called under the lock.</content>
internal sealed partial class RequestGate
{
    // The next time that somebody looks; the greatest there is for never.
    private TimeSpan _nextLook = TimeSpan.MaxValue;

    // A watch's own share is the same for each of its requests, so only the next of them is looked at.
    private TimeSpan DueAt(int before, SweepLane? lane)
    {
        TimeSpan due = _pace?.DueAt(before, _heldUntil) ?? _heldUntil;
        TimeSpan share = lane?.Share?.DueAt(before: 0, _heldUntil) ?? due;
        return share > due ? share : due;
    }

    private bool TryPass(SweepLane? lane, TimeSpan now)
    {
        if (DueAt(before: 0, lane) > now)
        {
            return false;
        }

        _pace?.Add(now);
        lane?.Share?.Add(now);
        return true;
    }

    // Each delay looks once. One that is overtaken by an earlier one finds nothing to do.
    private async Task LookAsync(TimeSpan at, TimeSpan wait)
    {
        await Task.Delay(wait, _time).ConfigureAwait(false);
        lock (_lock)
        {
            if (_nextLook == at)
            {
                _nextLook = TimeSpan.MaxValue;
            }

            TimeSpan now = Now;
            Release(_calls, now);
            if (_calls.Count == 0)
            {
                Release(_sweeps, now);
            }

            // Others can have gone before them for all the time that they had.
            RefuseLate(_sweeps, _calls.Count, now);
            Schedule(now);
        }
    }

    private void Release(LinkedList<GateWaiter> queue, TimeSpan now)
    {
        for (LinkedListNode<GateWaiter>? place = queue.First, next; place is not null; place = next)
        {
            next = place.Next;
            if (TryPass(place.Value.Lane, now))
            {
                queue.Remove(place);
                place.Value.End(TimeSpan.Zero, now, _heldUntil);
            }
            else if (place.Value.Lane is null)
            {
                return;
            }
        }
    }

    private void Schedule(TimeSpan now)
    {
        if (NextDue() is { } due && due < _nextLook)
        {
            _nextLook = due;

            // Timers count whole milliseconds.
            double wait = Math.Max(Math.Ceiling((due - now).TotalMilliseconds), 0);
            _ = LookAsync(due, TimeSpan.FromMilliseconds(wait));
        }
    }

    private TimeSpan? NextDue()
    {
        if (_calls.Count > 0)
        {
            return DueAt(before: 0, lane: null);
        }

        TimeSpan? earliest = null;
        foreach (GateWaiter waiter in _sweeps)
        {
            TimeSpan due = DueAt(before: 0, waiter.Lane);
            earliest = due < earliest ? due : earliest ?? due;
        }

        return earliest;
    }
}
