using PresenceClient.Presences.Watching;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>The wall clock that goes another way than time.</summary>
public sealed class ClockJumpTests
{
    [Theory]
    [InlineData(3_600, true)] // The machine slept.
    [InlineData(-3_600, true)]
    [InlineData(5, false)] // A correction.
    [InlineData(-5, false)]
    [InlineData(0, false)]
    public void HasHappened_WallClockLeavesTime_IsNoticedOnce(int seconds, bool expected)
    {
        var time = new TwoClocks();
        var clock = new ClockJump(time);
        time.Timestamp += TimeSpan.FromSeconds(100);
        time.Wall += TimeSpan.FromSeconds(100 + seconds);

        clock.HasHappened().Should().Be(expected);
        clock.HasHappened().Should().BeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void HasHappened_ProcessPausesBetweenTheReadings_IsNoJump(bool isBeforeTheWallClock)
    {
        var time = new TwoClocks();
        var clock = new ClockJump(time);
        (time.Pause, time.IsPauseBefore) = (TimeSpan.FromSeconds(60), isBeforeTheWallClock);

        clock.HasHappened().Should().BeFalse();
        time.Pause = TimeSpan.Zero;
        clock.HasHappened().Should().BeFalse();
    }

    private sealed class TwoClocks : TimeProvider
    {
        public DateTimeOffset Wall { get; set; } = DateTimeOffset.UnixEpoch;

        public TimeSpan Timestamp { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        // In which both clocks move, while the wall clock is read.
        public TimeSpan Pause { get; set; }

        public bool IsPauseBefore { get; set; }

        public override DateTimeOffset GetUtcNow()
        {
            DateTimeOffset before = Wall;
            Wall += Pause;
            Timestamp += Pause;
            return IsPauseBefore ? Wall : before;
        }

        public override long GetTimestamp() => Timestamp.Ticks;
    }
}
