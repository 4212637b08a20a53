using PresenceClient.Diagnostics;

namespace PresenceClient.Http;

/// <summary>
/// Where the requests of a client wait before they are sent: while the service throttles, and for their turn in the
/// pace. Thread-safe; who comes first goes first.
/// </summary>
internal sealed class RequestGate
{
    private static readonly TimeSpan PaceWindow = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly LinkedList<Waiter> _queue = [];
    private readonly SlidingWindow? _pace;
    private readonly bool _waitsWhenHeld;
    private readonly TimeProvider _time;
    private readonly long _start;
    private TimeSpan _heldUntil = TimeSpan.MinValue;
    private bool _releasing;

    public RequestGate(int? requestsPerWindow, bool waitsWhenHeld, TimeProvider time)
    {
        _pace = requestsPerWindow is { } requests ? new SlidingWindow(requests, PaceWindow) : null;
        (_waitsWhenHeld, _time, _start) = (waitsWhenHeld, time, time.GetTimestamp());
    }

    private TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>Waits until a request may be sent, which then counts as sent.</summary>
    /// <param name="longestWait">A wait that is as long, or longer, is not begun.</param>
    /// <param name="cancellationToken">Ends the wait and gives the place in the queue back.</param>
    /// <returns>Zero: send now. Else nothing may be sent, and how long the wait would be.</returns>
    public ValueTask<TimeSpan> EnterAsync(TimeSpan longestWait, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            TimeSpan now = Now;
            if (_queue.Count == 0 && TryPass(now))
            {
                return default;
            }

            TimeSpan deadline = now + longestWait;
            return Refusal(_queue.Count, deadline, now) is { } wait
                ? new ValueTask<TimeSpan>(wait)
                : new ValueTask<TimeSpan>(QueueAsync(deadline, now, cancellationToken));
        }
    }

    /// <summary>Holds every request back for a time; who cannot wait so long is told at once.</summary>
    public void HoldBack(TimeSpan duration)
    {
        lock (_lock)
        {
            TimeSpan now = Now;
            TimeSpan until = now + duration;
            if (until <= _heldUntil)
            {
                return;
            }

            _heldUntil = until;
            int before = 0;
            for (LinkedListNode<Waiter>? place = _queue.First, next; place is not null; place = next)
            {
                next = place.Next;
                if (Refusal(before, place.Value.Deadline, now) is { } wait)
                {
                    _queue.Remove(place);
                    place.Value.End(wait, now, _heldUntil);
                }
                else
                {
                    before++;
                }
            }
        }
    }

    private Task<TimeSpan> QueueAsync(TimeSpan deadline, TimeSpan now, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(deadline, now);
        LinkedListNode<Waiter> place = _queue.AddLast(waiter);
        waiter.Leaving = cancellationToken.UnsafeRegister((_, token) => Leave(place, token), null);
        if (!_releasing)
        {
            _releasing = true;
            _ = ReleaseAsync();
        }

        return RequestMetrics.CountsWaits ? MeasuredAsync(waiter) : waiter.Task;
    }

    // Who listens is told once the wait is over, and so never under the lock.
    private static async Task<TimeSpan> MeasuredAsync(Waiter waiter)
    {
        TimeSpan refused = await waiter.Task.ConfigureAwait(false);
        RequestMetrics.Waited(waiter.Throttled, waiter.Paced);
        return refused;
    }

    private void Leave(LinkedListNode<Waiter> place, CancellationToken token)
    {
        lock (_lock)
        {
            if (place.List is not null)
            {
                _queue.Remove(place);
                place.Value.TrySetCanceled(token);
            }
        }
    }

    private TimeSpan? Refusal(int before, TimeSpan deadline, TimeSpan now)
    {
        if (_heldUntil > now && !_waitsWhenHeld)
        {
            return _heldUntil - now;
        }

        TimeSpan due = DueAt(before);
        return due >= deadline ? due - now : null;
    }

    private TimeSpan DueAt(int before) => _pace?.DueAt(before, _heldUntil) ?? _heldUntil;

    private bool TryPass(TimeSpan now)
    {
        if (DueAt(before: 0) > now)
        {
            return false;
        }

        _pace?.Add(now);
        return true;
    }

    // Runs while somebody waits. A hold-back that grows meanwhile is seen when it looks again.
    private async Task ReleaseAsync()
    {
        while (Release() is { } wait)
        {
            await Task.Delay(wait, _time).ConfigureAwait(false);
        }
    }

    private TimeSpan? Release()
    {
        lock (_lock)
        {
            TimeSpan now = Now;
            while (_queue.First is { } first)
            {
                if (!TryPass(now))
                {
                    // Timers count whole milliseconds.
                    return TimeSpan.FromMilliseconds(Math.Ceiling((DueAt(before: 0) - now).TotalMilliseconds));
                }

                _queue.RemoveFirst();
                first.Value.End(TimeSpan.Zero, now, _heldUntil);
            }

            _releasing = false;
            return null;
        }
    }

    private sealed class Waiter(TimeSpan deadline, TimeSpan since)
        : TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public TimeSpan Deadline { get; } = deadline;

        public CancellationTokenRegistration Leaving { get; set; }

        /// <summary>How much of the wait the hold-back took.</summary>
        public TimeSpan Throttled { get; private set; }

        /// <summary>The rest of the wait.</summary>
        public TimeSpan Paced { get; private set; }

        public void End(TimeSpan wait, TimeSpan now, TimeSpan heldUntil)
        {
            TimeSpan until = heldUntil < now ? heldUntil : now;
            Throttled = until > since ? until - since : TimeSpan.Zero;
            Paced = now - since - Throttled;

            // Not disposed, which would wait for a cancellation that waits for the lock.
            Leaving.Unregister();
            TrySetResult(wait);
        }
    }
}
