namespace PresenceClient.Redis.Tests.Support;

/// <summary>The real clock, with a wall clock that is wrong, and a monotonic clock that can stand still.</summary>
internal sealed class ShiftedClock(TimeSpan shift) : TimeProvider
{
    private long? _frozen;

    /// <summary>Stops the monotonic clock: the host does not notice that time passes.</summary>
    public void Freeze() => _frozen = base.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;

    public override long GetTimestamp() => _frozen ?? base.GetTimestamp();
}
