using PresenceClient.Presences.Watching;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>The wall clock that goes another way than time.</summary>
public sealed class ClockJumpTests
{
    [Theory]
    [InlineData(3_600, true)] // The machine slept.
    [InlineData(-3_600, true)]
    [InlineData(4, false)] // A correction.
    [InlineData(-4, false)]
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

    private sealed class TwoClocks : TimeProvider
    {
        public DateTimeOffset Wall { get; set; } = DateTimeOffset.UnixEpoch;

        public TimeSpan Timestamp { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Wall;

        public override long GetTimestamp() => Timestamp.Ticks;
    }
}
