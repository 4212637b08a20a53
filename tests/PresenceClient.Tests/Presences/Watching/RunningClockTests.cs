using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>Faults that a clock that stands still hides.</summary>
public sealed class RunningClockTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(24)] // A page is due every 25 ms.
    public async Task Sweeps_TimePassesBetweenTwoLooksAtTheClock_GoOn(int milliseconds)
    {
        var clock = new RunningClock(TimeSpan.FromMilliseconds(milliseconds));
        using var service = new FakeGraph(Answers.Presences);
        service.Options.TimeProvider = clock;
        service.Options.MaxRequestsPer30Seconds = null;
        await using PresenceWatch watch = service.Presences.CreateWatch(
            new() { Interval = TimeSpan.FromMilliseconds(100), MaxConcurrency = 2 });
        watch.Users.Add(Samples.Ids(650 * 4));
        await using var sweeps = new Reader<PresenceSweep>(
            watch.ReadSweepsAsync(null, includeEmpty: true, Test.Token));

        List<PresenceSweep> seen = await sweeps.TakeAsync(10);

        seen[^1].Status.Failure.Should().BeNull();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(TimeSpan.TicksPerMillisecond)]
    [InlineData(TimeSpan.TicksPerDay)]
    public async Task Interval_OfAnyLength_IsSweptOnTheRealClock(long ticks)
    {
        using var service = new FakeGraph(Answers.Presences);
        service.Options.TimeProvider = TimeProvider.System;
        await using PresenceWatch watch = service.Presences.CreateWatch(
            new() { Interval = new TimeSpan(ticks), MaxInterval = TimeSpan.FromDays(1) });
        await using var sweeps = new Reader<PresenceSweep>(
            watch.ReadSweepsAsync(null, includeEmpty: true, Test.Token));

        int count = ticks < TimeSpan.TicksPerSecond ? 3 : 1;
        (await sweeps.TakeAsync(count)).Should().OnlyContain(s => s.Status.Interval.Ticks == ticks);
    }
}
