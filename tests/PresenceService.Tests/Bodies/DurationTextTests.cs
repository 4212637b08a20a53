using PresenceService.Bodies;

namespace PresenceService.Tests.Bodies;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("PT1H30M", "01:30:00")]
    [InlineData("PT90M", "01:30:00")]
    [InlineData("PT5400S", "01:30:00")]
    [InlineData("PT0.5H", "00:30:00")]
    [InlineData("PT0,5H", "00:30:00")]
    [InlineData("PT1M0.25S", "00:01:00.25")]
    [InlineData("P1D", "1.00:00:00")]
    [InlineData("P1DT12H", "1.12:00:00")]
    [InlineData("P1.5D", "1.12:00:00")]
    [InlineData("P1W", "7.00:00:00")]
    [InlineData("P0.5W", "3.12:00:00")]
    [InlineData("01:30:00", "01:30:00")]
    [InlineData("00:00:01", "00:00:01")]
    [InlineData("24:00:00", "1.00:00:00")]
    [InlineData("99:59:59", "4.03:59:59")]
    public void TryParse_Duration_IsRead(string text, string duration)
    {
        DurationText.TryParse(text, out TimeSpan read).Should().BeTrue();

        read.Should().Be(TimeSpan.Parse(duration, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("P1M", "a month has no fixed length")]
    [InlineData("P1Y", "a year has no fixed length")]
    [InlineData("P1Y2M3D", "years and months")]
    [InlineData("24", "could be hours or days")]
    [InlineData("24:00", "could be hours or minutes")]
    [InlineData("1:00:00", "hours have two digits")]
    [InlineData("100:00:00", "hours have two digits")]
    [InlineData("1.00:00:00", "days are for ISO 8601")]
    [InlineData("01:60:00", "more minutes than an hour has")]
    [InlineData("01:00:60", "more seconds than a minute has")]
    [InlineData("00:00:00.5", "no fractions in this form")]
    [InlineData("00:00:00", "zero")]
    [InlineData("PT0S", "zero")]
    [InlineData("P0.00000001S", "seconds without T")]
    [InlineData("PT0.00000001S", "less than a tick")]
    [InlineData("-PT1H", "negative")]
    [InlineData("+PT1H", "a sign")]
    [InlineData("PT-1H", "negative")]
    [InlineData("P", "no number")]
    [InlineData("PT", "no number")]
    [InlineData("P1DT", "nothing after T")]
    [InlineData("P1W2D", "weeks stand for themselves in ISO 8601")]
    [InlineData("PT1M1H", "out of order")]
    [InlineData("PT1H1H", "hours twice")]
    [InlineData("PT0.5H30M", "a fraction before the last number")]
    [InlineData("P0.5DT1H", "a fraction before the last number")]
    [InlineData("PT.5H", "no digit before the fraction")]
    [InlineData("PT1.H", "no digit in the fraction")]
    [InlineData("PT1e2S", "an exponent")]
    [InlineData("pt1h", "small letters")]
    [InlineData(" PT1H", "a blank")]
    [InlineData("PT1H\n", "a line break")]
    [InlineData("PT\u0661H", "an Arabic digit")]
    [InlineData("P999999999W", "longer than .NET can say")]
    [InlineData("PT9999999999H", "longer than .NET can say")]
    [InlineData("", "nothing")]
    [InlineData("an hour", "words")]
    public void TryParse_Invalid_IsFalse(string text, string reason) =>
        DurationText.TryParse(text, out _).Should().BeFalse(reason);
}
