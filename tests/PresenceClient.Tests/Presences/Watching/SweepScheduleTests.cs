using Microsoft.Extensions.Time.Testing;
using PresenceClient.Presences.Watching;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>When the next sweep begins.</summary>
public sealed class SweepScheduleTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Left_AtFirst_IsNothing() => Schedule().Left.Should().Be(TimeSpan.Zero);

    [Fact]
    public void Begin_FirstSweep_IsAsFarAwayAsTheSourceSays() =>
        new SweepSchedule(new PresenceWatchOptions(), _time, TimeSpan.FromSeconds(7)).Left.Should()
            .Be(TimeSpan.FromSeconds(7));

    [Fact]
    public void End_NextSweep_IsAnIntervalAwayGiveOrTakeTenPercent()
    {
        SweepSchedule schedule = Schedule();
        List<double> seconds = [];
        for (int i = 0; i < 500; i++)
        {
            schedule.End(isThrottled: false, isClean: true);
            seconds.Add(schedule.Left.TotalSeconds);
        }

        seconds.Should().OnlyContain(s => s >= 9 && s <= 11);
        seconds.Should().Contain(s => s < 9.2).And.Contain(s => s > 10.8);
    }

    [Fact]
    public void End_Throttled_DoublesUpToTheLongestAndComesBackAfterThreeCleanSweeps()
    {
        SweepSchedule schedule = Schedule();
        List<double> intervals = [];
        foreach ((bool throttled, bool clean) in ((bool, bool)[])
            [(true, true), (true, false), (true, true), (false, true), (false, true), (false, false), (false, true),
                (false, true), (false, true)])
        {
            schedule.End(throttled, clean);
            intervals.Add(schedule.Interval.TotalSeconds);
        }

        intervals.Should().Equal(20, 35, 35, 35, 35, 35, 35, 35, 10);
    }

    [Fact]
    public void Refuse_AgainAndAgain_WaitsLongerUpTo15Minutes()
    {
        SweepSchedule schedule = Schedule();
        List<double> minutes = [];
        for (int i = 0; i < 6; i++)
        {
            schedule.Refuse();
            schedule.IsRefused.Should().BeTrue();
            minutes.Add(schedule.Left.TotalMinutes);
        }

        minutes.Should().Equal(1, 2, 4, 8, 15, 15);
        schedule.End(isThrottled: false, isClean: true);
        schedule.IsRefused.Should().BeFalse();
        schedule.Left.Should().BeLessThan(TimeSpan.FromSeconds(12));
    }

    [Fact]
    public void Refuse_AfterCleanSweeps_CountsThemAnew()
    {
        SweepSchedule schedule = Schedule();
        schedule.End(isThrottled: true, isClean: false);
        schedule.End(isThrottled: false, isClean: true);
        schedule.End(isThrottled: false, isClean: true);

        schedule.Refuse();
        schedule.End(isThrottled: false, isClean: true);

        schedule.Interval.Should().Be(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void MaxInterval_NotSet_IsFiveMinutesOrTheInterval()
    {
        Throttled(TimeSpan.FromMinutes(1)).Should().Be(TimeSpan.FromMinutes(5));
        Throttled(TimeSpan.FromMinutes(10)).Should().Be(TimeSpan.FromMinutes(10));

        TimeSpan Throttled(TimeSpan interval)
        {
            var schedule = new SweepSchedule(new() { Interval = interval }, _time);
            for (int i = 0; i < 5; i++)
            {
                schedule.End(isThrottled: true, isClean: false);
            }

            return schedule.Interval;
        }
    }

    private SweepSchedule Schedule() =>
        new(new() { Interval = TimeSpan.FromSeconds(10), MaxInterval = TimeSpan.FromSeconds(35) }, _time);
}
