using System.Globalization;

namespace PresenceClient.Tests.Models;

public class DateTimeTimeZoneTests
{
    [Theory]
    [InlineData("2026-09-01T08:00:00.0000000", "UTC", "2026-09-01T08:00:00Z")]
    [InlineData("2026-09-01T08:00:00", null, "2026-09-01T08:00:00Z")]
    [InlineData("2026-09-01T08:00:00", "utc", "2026-09-01T08:00:00Z")]
    [InlineData("2026-09-01T08:00:00.1234567", "Europe/Berlin", "2026-09-01T06:00:00.1234567Z")]
    [InlineData("2026-01-15T08:00:00", "Europe/Berlin", "2026-01-15T07:00:00Z")]
    [InlineData("2026-09-01T08:00:00", "Pacific Standard Time", "2026-09-01T15:00:00Z")]
    [InlineData("2026-09-01T08:00:00", "India Standard Time", "2026-09-01T02:30:00Z")]
    [InlineData("2026-09-01T08:00:00Z", "Europe/Berlin", "2026-09-01T08:00:00Z")]
    [InlineData("2026-09-01T08:00:00+05:00", "Nowhere", "2026-09-01T03:00:00Z")]
    [InlineData("2026-09-01T08:00", "Europe/Berlin", "2026-09-01T06:00:00Z")]
    [InlineData("2026-09-01", "Europe/Berlin", "2026-08-31T22:00:00Z")]
    [InlineData("2026-09-01T08:00:00", "", "2026-09-01T08:00:00Z")]
    [InlineData("0001-01-01T00:00:00", "UTC", "0001-01-01T00:00:00Z")]
    public void ToDateTimeOffset_ReadableTimeAndZone_IsTheMoment(string time, string? zone, string moment) =>
        new DateTimeTimeZone { DateTime = time, TimeZone = zone }.ToDateTimeOffset()
            .Should().Be(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-09-01T08:00:00", "Middle-earth Standard Time")]
    [InlineData("2026-09-01T08:00:00", "../../etc/passwd")]
    [InlineData("tomorrow", "UTC")]
    [InlineData("12:00", "UTC")]
    [InlineData("1.5", "UTC")]
    [InlineData("1 May", "UTC")]
    [InlineData("", "UTC")]
    [InlineData(null, "UTC")]
    [InlineData("2026-13-41T08:00:00", "UTC")]
    [InlineData("0001-01-01T00:00:00", "Europe/Berlin")]
    [InlineData("9999-12-31T23:59:59", "America/New_York")]
    public void ToDateTimeOffset_NotReadable_IsNullAndTheTextsStay(string? time, string? zone)
    {
        var expiry = new DateTimeTimeZone { DateTime = time, TimeZone = zone };

        expiry.ToDateTimeOffset().Should().BeNull();
        expiry.Should().Be(new DateTimeTimeZone { DateTime = time, TimeZone = zone });
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59.9999999", "UTC")]
    [InlineData("9999-12-31T23:59:59.9999998", "UTC")]
    [InlineData("9999-12-31T23:59:59", null)]
    [InlineData("9999-12-31T23:59:59.9999999", "Tokyo Standard Time")]
    [InlineData("9999-12-31T23:59:59.9999999", "Pacific Standard Time")]
    [InlineData("9999-01-01", "Pacific/Kiritimati")]
    [InlineData("9998-12-31T23:00:00", "America/New_York")]
    [InlineData("9999-12-31T23:59:59Z", "Europe/Berlin")]
    [InlineData("9999-12-31T23:59:59+09:00", "Nowhere")]
    public void ToDateTimeOffset_InTheYear9999_IsNever(string time, string? zone)
    {
        var expiry = new DateTimeTimeZone { DateTime = time, TimeZone = zone };

        expiry.ToDateTimeOffset().Should().BeNull();
        new PresenceStatusMessage { Expiry = expiry }.ExpiresAt.Should().BeNull();
        expiry.DateTime.Should().Be(time, "the texts stay as they came");
    }

    [Fact]
    public void ToDateTimeOffset_LastMomentBeforeTheYear9999_IsAMoment() =>
        new DateTimeTimeZone { DateTime = "9998-12-31T23:59:59.9999999", TimeZone = "UTC" }.ToDateTimeOffset()
            .Should().Be(new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(-1));

    [Theory]
    [InlineData("2026-03-29T02:30:00", "2026-03-29T01:30:00Z")]
    [InlineData("2026-10-25T02:30:00", "2026-10-25T01:30:00Z")]
    public void ToDateTimeOffset_TimeSkippedOrRepeatedByDaylightSaving_IsTakenAtStandardTime(
        string time, string moment) =>
        new DateTimeTimeZone { DateTime = time, TimeZone = "Europe/Berlin" }.ToDateTimeOffset()
            .Should().Be(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-09-01T17:00:00+02:00", "2026-09-01T15:00:00")]
    [InlineData("2026-09-01T17:00:00-09:30", "2026-09-02T02:30:00")]
    [InlineData("2026-09-01T17:00:00.5Z", "2026-09-01T17:00:00.5")]
    [InlineData("2026-09-01T17:00:00.1234567Z", "2026-09-01T17:00:00.1234567")]
    public void FromDateTimeOffset_AnyOffset_IsWrittenInUtcWithNoOffset(string moment, string written)
    {
        var parsed = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);

        var expiry = DateTimeTimeZone.FromDateTimeOffset(parsed);

        expiry.Should().Be(new DateTimeTimeZone { DateTime = written, TimeZone = "UTC" });
        expiry.ToDateTimeOffset().Should().Be(parsed);
    }

    [Fact]
    public void FromDateTimeOffset_AnyCulture_IsTheSame()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");

            DateTimeTimeZone.FromDateTimeOffset(DateTimeOffset.UnixEpoch).DateTime.Should().Be("1970-01-01T00:00:00");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
