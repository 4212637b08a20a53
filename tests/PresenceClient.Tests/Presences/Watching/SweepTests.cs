using PresenceClient.Presences.Watching;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>When the pages of a sweep are due.</summary>
public sealed class SweepTests
{
    [Fact]
    public void Due_SomePagesAreUrgent_SpreadsTheOthersOverTheInterval()
    {
        var state = new WatchState(FakeGraph.Start);
        var sweep = new Sweep(
            [.. Enumerable.Range(0, 5).Select(number => new WatchPage(number, isCovered: false))],
            urgent: 2,
            startedAt: FakeGraph.Start,
            start: TimeSpan.FromSeconds(100),
            interval: TimeSpan.FromSeconds(9),
            activity: null);
        List<double> due = [];
        while (sweep.Due is { } next)
        {
            due.Add(next.TotalSeconds);
            sweep.Next(state);
        }

        due.Should().Equal(100, 100, 100, 103, 106);
        sweep.IsOver.Should().BeTrue("the pages have no users");
    }
}
