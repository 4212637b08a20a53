namespace PresenceClient.Http;

/// <summary>A request that waits at the gate.</summary>
/// <param name="deadline">When it waits no longer.</param>
/// <param name="since">When it came.</param>
/// <param name="lane">The lane of a watch's request; null for every other.</param>
internal sealed class GateWaiter(TimeSpan deadline, TimeSpan since, SweepLane? lane)
    : TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public TimeSpan Deadline { get; } = deadline;

    public SweepLane? Lane { get; } = lane;

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
