using Microsoft.Extensions.Time.Testing;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Loading;

/// <summary>A clock on the wall that can be put back, which no timer and no timestamp notices.</summary>
internal sealed class WallClock() : FakeTimeProvider(FakeGraph.Start)
{
    public TimeSpan Back { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - Back;

    public override long GetTimestamp() => base.GetUtcNow().Ticks;
}
