using Microsoft.Extensions.Time.Testing;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Loading;

/// <summary>
/// A wall clock that a test can put back without effect on timers and timestamps, as on a real machine.
/// </summary>
internal sealed class WallClock() : FakeTimeProvider(FakeGraph.Start)
{
    public TimeSpan Back { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - Back;

    public override long GetTimestamp() => base.GetUtcNow().Ticks;
}
