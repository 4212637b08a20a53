namespace PresenceClient.Emulator.Tests.Notifications;

/// <summary>A clock that stands still. It reports the first timer of a millisecond.</summary>
internal sealed class StillClock : TimeProvider
{
    public TaskCompletionSource ShortTimer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override DateTimeOffset GetUtcNow() => new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == TimeSpan.FromMilliseconds(1))
        {
            ShortTimer.TrySetResult();
        }

        return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
