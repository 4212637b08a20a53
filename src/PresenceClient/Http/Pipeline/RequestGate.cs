using PresenceClient.Diagnostics;

namespace PresenceClient.Http;

/// <summary>
/// The gate where the requests of a client wait: for the end of a hold-back, and for their turn in the pace. First in,
/// first out, except that all other requests go before those of watches and keepers. Thread-safe.
/// </summary>
internal sealed partial class RequestGate
{
    private static readonly TimeSpan PaceWindow = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly LinkedList<GateWaiter> _calls = [];
    private readonly LinkedList<GateWaiter> _background = [];
    private readonly SlidingWindow? _pace;
    private readonly bool _waitsWhenHeld;
    private readonly TimeProvider _time;
    private readonly long _start;
    private TimeSpan _heldUntil = TimeSpan.MinValue;

    // The sum of all hold-backs, with the rest of the current one.
    private TimeSpan _held;

    public RequestGate(int? requestsPerWindow, bool waitsWhenHeld, TimeProvider time)
    {
        _pace = requestsPerWindow is { } requests ? new SlidingWindow(requests, PaceWindow) : null;
        (_waitsWhenHeld, _time, _start) = (waitsWhenHeld, time, time.GetTimestamp());
    }

    private TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>A snapshot of the pace.</summary>
    public PresencePace Pace
    {
        get
        {
            DateTimeOffset wallClock = _time.GetUtcNow();
            lock (_lock)
            {
                TimeSpan now = Now;
                return new PresencePace
                {
                    MaxRequestsPer30Seconds = _pace?.Requests,
                    SentInWindow = _pace?.CountAt(now) ?? 0,
                    HeldUntil = _heldUntil > now ? wallClock + (_heldUntil - now) : null,
                    Waiting = _calls.Count + _background.Count,
                };
            }
        }
    }

    /// <summary>
    /// Creates a lane for the requests of a watch or a keeper, with a share of the pace of at least one request.
    /// </summary>
    public BackgroundLane CreateLane(double share) => new(_pace, share, PaceWindow);

    /// <summary>The highest pace; null without pacing.</summary>
    public int? HighestPace => _pace?.Most;

    /// <summary>Occurs when the service throttles (429), with the duration of the hold-back.</summary>
    public event Action<TimeSpan>? Throttled;

    /// <summary>Changes the pace. The requests that wait are planned again.</summary>
    /// <param name="requests">From 1 to <see cref="HighestPace"/>. Without pacing nothing changes.</param>
    public void SetPace(int requests)
    {
        lock (_lock)
        {
            if (_pace is null || _pace.Requests == requests)
            {
                return;
            }

            _pace.Requests = requests;
            TimeSpan now = Now;
            RejectLate(_background, RejectLate(_calls, before: 0, now), now);
            Schedule(now);
        }
    }

    /// <summary>Waits until a request may be sent, and counts it as sent.</summary>
    /// <param name="longestWait">A wait of this length or longer is not started.</param>
    /// <param name="lane">The lane of a watch or a keeper; null for other requests.</param>
    /// <param name="cancellationToken">Ends the wait, and removes the request from the queue.</param>
    /// <returns>Zero if the request may be sent now; otherwise the wait, which would be too long.</returns>
    public ValueTask<TimeSpan> EnterAsync(
        TimeSpan longestWait, BackgroundLane? lane, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            TimeSpan now = Now;
            if (_calls.Count == 0 && TryPass(lane, now))
            {
                return default;
            }

            TimeSpan deadline = now + longestWait;
            int before = _calls.Count + (lane is null ? 0 : _background.Count);
            return Rejection(before, lane, deadline, now) is { } wait
                ? new ValueTask<TimeSpan>(wait)
                : new ValueTask<TimeSpan>(QueueAsync(
                    new GateWaiter(deadline, now, HeldBy(now), lane), now, cancellationToken));
        }
    }

    /// <summary>Starts a hold-back. Rejects the waiting requests that cannot wait so long.</summary>
    public void HoldBack(TimeSpan duration)
    {
        lock (_lock)
        {
            TimeSpan now = Now;
            TimeSpan until = now + duration;
            if (until > _heldUntil)
            {
                _held = HeldBy(now) + duration;
                _heldUntil = until;
                RejectLate(_background, RejectLate(_calls, before: 0, now), now);
            }
        }
    }

    /// <summary>Starts a hold-back after a 429, and notifies the observers of <see cref="Throttled"/>.</summary>
    public void HoldBackAfterThrottling(TimeSpan duration)
    {
        HoldBack(duration);
        Throttled?.Invoke(duration);
    }

    private Task<TimeSpan> QueueAsync(GateWaiter waiter, TimeSpan now, CancellationToken cancellationToken)
    {
        LinkedListNode<GateWaiter> place = (waiter.Lane is null ? _calls : _background).AddLast(waiter);
        waiter.Leaving = cancellationToken.UnsafeRegister((_, token) => Leave(place, token), null);
        Schedule(now);
        return RequestMetrics.CountsWaits ? MeasuredAsync(waiter) : waiter.Task;
    }

    // Listeners are notified when the wait is over, and so never under the lock.
    private static async Task<TimeSpan> MeasuredAsync(GateWaiter waiter)
    {
        TimeSpan rejected = await waiter.Task.ConfigureAwait(false);
        RequestMetrics.Waited(waiter.Throttled, waiter.Paced);
        return rejected;
    }

    // Returns the total time of the hold-backs so far.
    private TimeSpan HeldBy(TimeSpan now) => _heldUntil > now ? _held - (_heldUntil - now) : _held;

    private void Leave(LinkedListNode<GateWaiter> place, CancellationToken token)
    {
        lock (_lock)
        {
            if (place.List is { } queue)
            {
                queue.Remove(place);
                place.Value.TrySetCanceled(token);
            }
        }
    }

    private TimeSpan? Rejection(int before, BackgroundLane? lane, TimeSpan deadline, TimeSpan now)
    {
        if (_heldUntil > now && !_waitsWhenHeld)
        {
            return _heldUntil - now;
        }

        TimeSpan due = DueAt(before, lane);
        return due >= deadline ? due - now : null;
    }

    // Rejects the requests whose wait would be too long. Returns the number of the others, plus those before.
    private int RejectLate(LinkedList<GateWaiter> queue, int before, TimeSpan now)
    {
        for (LinkedListNode<GateWaiter>? place = queue.First, next; place is not null; place = next)
        {
            next = place.Next;
            GateWaiter waiter = place.Value;
            if (Rejection(before, waiter.Lane, waiter.Deadline, now) is { } wait)
            {
                queue.Remove(place);
                waiter.End(wait, now, HeldBy(now));
            }
            else
            {
                before++;
            }
        }

        return before;
    }
}
