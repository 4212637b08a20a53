using System.Globalization;
using System.Text.Json;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph.Writes;

/// <summary>
/// Reads a dateTimeTimeZone: a wall-clock time without offset, and a time zone by its Windows or IANA name, or UTC. A
/// time in the year 9999 means "never" in any time zone.
/// </summary>
internal static class ZonedTime
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd",
    ];

    public static EmulatedError? Read(JsonElement value, out DateTime? utc)
    {
        utc = null;
        if (!GraphBody.RequiredText(value, "dateTime").Succeeded(out string? text, out EmulatedError? error))
        {
            return error;
        }

        if (!GraphBody.OptionalText(value, "timeZone").Succeeded(out string? zoneName, out error))
        {
            return error;
        }

        CultureInfo culture = CultureInfo.InvariantCulture;
        if (!DateTime.TryParseExact(text, Formats, culture, DateTimeStyles.None, out DateTime wall))
        {
            return EmulatedError.InvalidValue("DateTime");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zoneName.Length == 0 ? "UTC" : zoneName, out TimeZoneInfo? zone))
        {
            return EmulatedError.InvalidValue("TimeZone");
        }

        utc = wall.Year == DateTime.MaxValue.Year ? DateTime.MaxValue : ToUtc(wall, zone);
        return null;
    }

    /// <summary>
    /// Converts by the offset of the time zone, because a conversion throws for times that a clock change skips.
    /// </summary>
    private static DateTime ToUtc(DateTime wall, TimeZoneInfo zone)
    {
        long ticks = Math.Clamp(
            wall.Ticks - zone.GetUtcOffset(wall).Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return new DateTime(ticks, DateTimeKind.Utc);
    }
}
