using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>A clock that moves on with every look at it, as a real one does on a busy machine.</summary>
internal sealed class RunningClock(TimeSpan step) : TimeProvider
{
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Add(ref _ticks, step.Ticks);

    public override DateTimeOffset GetUtcNow() => FakeGraph.Start.AddTicks(Volatile.Read(ref _ticks));
}
