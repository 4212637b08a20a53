using System.Globalization;

namespace PresenceClient.Tool;

/// <summary>Reads moments as people write them: 15:00, 2026-12-24, 2026-12-24 15:00.</summary>
internal static class MomentText
{
    /// <summary>The rule for moments.</summary>
    public const string Rule = "a time in the future, for example 15:00, 2026-12-24 or '2026-12-24 15:00'";

    private static readonly string[] Times = ["H:mm", "H:mm:ss"];

    private static readonly string[] Dates =
    [
        "yyyy-MM-dd", "yyyy-MM-dd H:mm", "yyyy-MM-dd H:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss",
    ];

    private static readonly string[] DatesWithOffset =
        [.. Dates.Skip(1).Select(form => form + "zzz"), .. Dates.Skip(1).Select(form => form + "'Z'")];

    /// <summary>Reads a moment; null for another text. A time of the day is the next one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="now">The time now.</param>
    /// <param name="zone">The time zone of texts without an offset.</param>
    public static DateTimeOffset? TryParse(string text, DateTimeOffset now, TimeZoneInfo zone)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        if (TimeOnly.TryParseExact(text, Times, culture, DateTimeStyles.None, out TimeOnly time))
        {
            DateTime today = TimeZoneInfo.ConvertTime(now, zone).Date;
            return new[] { today, today.AddDays(1), today.AddDays(2) }
                .Select(day => In(zone, day + time.ToTimeSpan()))
                .FirstOrDefault(moment => moment > now);
        }

        if (DateTimeOffset.TryParseExact(
            text, DatesWithOffset, culture, DateTimeStyles.AssumeUniversal, out DateTimeOffset exact))
        {
            return exact;
        }

        return DateTime.TryParseExact(text, Dates, culture, DateTimeStyles.None, out DateTime local)
            ? In(zone, local)
            : null;
    }

    // A time that daylight saving leaves out is the time after the gap, as clocks show it.
    private static DateTimeOffset In(TimeZoneInfo zone, DateTime local)
    {
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(local, zone));
    }
}
