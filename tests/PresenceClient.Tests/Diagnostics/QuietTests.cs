using Microsoft.Extensions.Logging.Abstractions;
using PresenceClient.Diagnostics;

namespace PresenceClient.Tests.Diagnostics;

/// <summary>Calls without a listener.</summary>
[Collection(nameof(Listening))]
public sealed class QuietTests
{
    [Fact]
    public void Hooks_WithoutAListener_AllocateNothing()
    {
        UserPresence?[] found = [null];
        Tell(found);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Tell(found);

        GC.GetAllocatedBytesForCurrentThread().Should().Be(before);
    }

    [Fact]
    public void Call_WithoutAListener_IsNeitherTracedNorTimed()
    {
        CallTrace.IsOn.Should().BeFalse();
        RequestMetrics.IsOn.Should().BeFalse();
        RequestMetrics.CountsWaits.Should().BeFalse();
    }

    [Fact]
    public void Sweep_WithoutAListener_HasNoActivity()
    {
        SweepTrace.Start().Should().BeNull();

        FluentActions.Invoking(static () => SweepTrace.End(activity: null, users: 1, error: "502")).Should().NotThrow();
    }

    private static void Tell(UserPresence?[] found)
    {
        _ = CallTrace.IsOn || RequestMetrics.IsOn || RequestMetrics.CountsWaits;
        RequestMetrics.Retried("me.presence.get", 503, "503");
        BulkMetrics.Ended(found.Length, found, missing: 0);
        Instruments.Loader.Joined.Add(1);
        Instruments.Loader.CacheHits.Add(1);
        NullLogger.Instance.HeldBack("me.presence.get", 1);
    }
}
