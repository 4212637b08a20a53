namespace PresenceClient.Http;

/// <summary>A request that waits at the gate.</summary>
/// <param name="deadline">When the wait ends without a turn.</param>
/// <param name="since">When the wait began.</param>
/// <param name="held">The total time of the hold-backs until then.</param>
/// <param name="lane">The lane of a watch or a keeper; null for other requests.</param>
internal sealed class GateWaiter(TimeSpan deadline, TimeSpan since, TimeSpan held, BackgroundLane? lane)
    : TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public TimeSpan Deadline { get; } = deadline;

    public BackgroundLane? Lane { get; } = lane;

    public CancellationTokenRegistration Leaving { get; set; }

    /// <summary>The part of the wait that was due to a hold-back.</summary>
    public TimeSpan Throttled { get; private set; }

    /// <summary>The part of the wait that was due to the pace.</summary>
    public TimeSpan Paced { get; private set; }

    /// <summary>Ends the wait.</summary>
    /// <param name="wait">Zero if the request may be sent; otherwise the wait, which would be too long.</param>
    /// <param name="now">The time.</param>
    /// <param name="heldByNow">The total time of the hold-backs until now.</param>
    public void End(TimeSpan wait, TimeSpan now, TimeSpan heldByNow)
    {
        Throttled = heldByNow - held;
        Paced = now - since - Throttled;

        // Unregister, because Dispose would wait for a callback that waits for the lock.
        Leaving.Unregister();
        TrySetResult(wait);
    }
}
