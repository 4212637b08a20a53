namespace PresenceClient.Tool.Tests;

public sealed class MomentTextTests
{
    private static readonly TimeZoneInfo TwoHoursAhead =
        TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(2), "test", "test");

    // Summer time from 02:00 to 03:00 on 29 March.
    private static readonly TimeZoneInfo WithSummer = TimeZoneInfo.CreateCustomTimeZone(
        "summer", TimeSpan.FromHours(1), "summer", "summer", "summer",
        [
            TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
                DateTime.MinValue.Date,
                DateTime.MaxValue.Date,
                TimeSpan.FromHours(1),
                TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 2, 0, 0), 3, 29),
                TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 3, 0, 0), 10, 25)),
        ]);

    // 14:30 in the zone.
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("15:00", "2026-11-26T13:00:00Z")]
    [InlineData("14:30", "2026-11-27T12:30:00Z")]
    [InlineData("9:05", "2026-11-27T07:05:00Z")]
    [InlineData("23:59:30", "2026-11-26T21:59:30Z")]
    [InlineData("2026-12-24", "2026-12-23T22:00:00Z")]
    [InlineData("2026-12-24 15:00", "2026-12-24T13:00:00Z")]
    [InlineData("2026-12-24T15:00", "2026-12-24T13:00:00Z")]
    [InlineData("2026-12-24T15:00:10Z", "2026-12-24T15:00:10Z")]
    [InlineData("2026-12-24T15:00+05:00", "2026-12-24T10:00:00Z")]
    [InlineData("2020-01-01", "2019-12-31T22:00:00Z")]
    [InlineData("0001-01-01", "0001-01-01T00:00:00Z")]
    public void TryParse_Moment_IsReadInTheZone(string text, string moment) => MomentText
        .TryParse(text, Now, TwoHoursAhead).Should()
        .Be(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("noon")]
    [InlineData("25:00")]
    [InlineData("15")]
    [InlineData("24.12.2026")]
    [InlineData("12/24/2026")]
    [InlineData("2026-02-30")]
    public void TryParse_AnythingElse_IsNone(string text) =>
        MomentText.TryParse(text, Now, TwoHoursAhead).Should().BeNull();

    [Fact]
    public void TryParse_TimeThatSummerTimeLeavesOut_IsTheEndOfTheGap() =>
        MomentText.TryParse("2027-03-29 02:30", Now, WithSummer).Should()
            .Be(new DateTimeOffset(2027, 3, 29, 3, 0, 0, TimeSpan.FromHours(2)));
}
