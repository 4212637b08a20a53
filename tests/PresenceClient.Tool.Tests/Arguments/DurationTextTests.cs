namespace PresenceClient.Tool.Tests;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("30s", 30)]
    [InlineData("30m", 30 * 60)]
    [InlineData("90min", 90 * 60)]
    [InlineData("1h", 3_600)]
    [InlineData("1.5h", 5_400)]
    [InlineData("1h30m", 5_400)]
    [InlineData("1h 30m", 5_400)]
    [InlineData("2D", 172_800)]
    [InlineData("1d12h", 129_600)]
    [InlineData("PT1H30M", 5_400)]
    [InlineData("P1D", 86_400)]
    [InlineData("P1DT12H", 129_600)]
    public void TryParse_Duration_IsRead(string text, int seconds) =>
        DurationText.TryParse(text).Should().Be(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("1")]
    [InlineData("h")]
    [InlineData("0h")]
    [InlineData("-1h")]
    [InlineData("1h30")]
    [InlineData("30m1h")]
    [InlineData("1,5h")]
    [InlineData("1h\n")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1M")]
    [InlineData("1w")]
    [InlineData("9999999999h")]
    [InlineData("٣h")]
    public void TryParse_AnythingElse_IsNone(string text) => DurationText.TryParse(text).Should().BeNull();

    [Fact]
    public void TryParse_LongestOfEachUnit_IsRead() =>
        DurationText.TryParse("999999d999999h999999m999999s").Should().NotBeNull();
}
