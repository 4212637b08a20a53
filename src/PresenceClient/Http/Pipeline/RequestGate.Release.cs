namespace PresenceClient.Http;

/// <content>Lets requests pass. All but the delay runs under the lock.</content>
internal sealed partial class RequestGate
{
    // When the queues are looked at next; MaxValue for never.
    private TimeSpan _nextLook = TimeSpan.MaxValue;

    // The share only has the time of the lane's next request. Its later requests are looked at again in their turn.
    private TimeSpan DueAt(int before, BackgroundLane? lane)
    {
        TimeSpan due = _pace?.DueAt(before, _heldUntil) ?? _heldUntil;
        TimeSpan share = lane?.Share?.DueAt(before: 0, _heldUntil) ?? due;
        return share > due ? share : due;
    }

    private bool TryPass(BackgroundLane? lane, TimeSpan now)
    {
        if (DueAt(before: 0, lane) > now)
        {
            return false;
        }

        _pace?.Add(now);
        lane?.Share?.Add(now);
        return true;
    }

    // Each delay looks at the queues once. If an earlier one came first, there is nothing to do.
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
                Release(_background, now);
            }

            // Other requests may have gone first until it was too late for these.
            RejectLate(_background, _calls.Count, now);
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
                place.Value.End(TimeSpan.Zero, now, HeldBy(now));
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
        foreach (GateWaiter waiter in _background)
        {
            TimeSpan due = DueAt(before: 0, waiter.Lane);
            earliest = due < earliest ? due : earliest ?? due;
        }

        return earliest;
    }
}
