using PresenceService.Load;

namespace PresenceService.Tests.Load;

public sealed class HistoryTests
{
    private static readonly Shown Busy = new("Busy", "Busy");
    private static readonly Shown Away = new("Away", "Away");

    [Fact]
    public void Value_CanBeSeen_FromItsStartToTheEndOfTheNext()
    {
        var history = new History(null);
        history.Add(new Change(Busy, 10) { End = 20 });
        history.Add(new Change(Away, 30) { End = 40 });

        history.TimesOf(null).Should().Equal((long.MinValue, 20));
        history.TimesOf(Busy).Should().Equal((10, 40));
        history.TimesOf(Away).Should().Equal((30, long.MaxValue));
    }

    [Fact]
    public void Changes_AtTheSameTime_EitherCanBeTheNext()
    {
        var history = new History(null);
        history.Add(new Change(Busy, 10) { End = 30 });
        history.Add(new Change(Away, 20) { End = 40 });

        history.TimesOf(Busy).Should().Equal((10, long.MaxValue));
        history.TimesOf(Away).Should().Equal((20, long.MaxValue));
    }

    [Fact]
    public void Change_WithoutOutcome_EndsNothing_AndStaysPossible()
    {
        var history = new History(Busy);
        history.Add(new Change(Away, 10));
        history.Add(new Change(null, 20) { End = 30 });

        history.TimesOf(Busy).Should().Equal((long.MinValue, 30));
        history.TimesOf(Away).Should().Equal((10, long.MaxValue));
    }
}
