using Microsoft.Extensions.Time.Testing;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Loading;

/// <summary>A clock that stands still, and lets a test do something whenever the loader looks at it.</summary>
internal sealed class InterruptingClock() : FakeTimeProvider(FakeGraph.Start)
{
    public Action Look { get; set; } = static () => { };

    public override DateTimeOffset GetUtcNow()
    {
        Look();
        return base.GetUtcNow();
    }
}
