using System.Globalization;

namespace PresenceClient;

/// <summary>A wall-clock time and the name of the zone that it is in, as Graph writes them.</summary>
/// <remarks>
/// Source: <see href="https://learn.microsoft.com/graph/api/resources/datetimetimezone">dateTimeTimeZone</see>.
/// </remarks>
public sealed record DateTimeTimeZone
{
    private const string Utc = "UTC";

    // The year of DateTime.MaxValue, which systems write for no end.
    private const int YearOfNever = 9999;

    private static readonly string[] Formats =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-ddK"];

    /// <summary>The time, such as <c>2026-09-01T17:00:00</c>, exactly as on the wire.</summary>
    public string? DateTime { get; init; }

    /// <summary>The zone's name: UTC, a Windows name or an IANA name, exactly as on the wire.</summary>
    public string? TimeZone { get; init; }

    /// <summary>A moment, written in UTC.</summary>
    /// <param name="moment">The moment; its offset is taken into account.</param>
    public static DateTimeTimeZone FromDateTimeOffset(DateTimeOffset moment) => new()
    {
        DateTime = moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        TimeZone = Utc,
    };

    /// <summary>Converts to the moment in UTC.</summary>
    /// <returns>
    /// The moment; null when the time or the zone can't be read here, or when it means never: a time in the year 9999,
    /// in its zone or in UTC.
    /// </returns>
    /// <remarks>
    /// No zone reads as UTC. A wall-clock time that a change to daylight saving skips or repeats is taken at standard
    /// time. Windows names need ICU: with invariant globalization they cannot be read on Linux and macOS.
    /// </remarks>
    public DateTimeOffset? ToDateTimeOffset()
    {
        if (!System.DateTime.TryParseExact(DateTime, Formats, CultureInfo.InvariantCulture,
                DateTimeStyles.RoundtripKind, out System.DateTime time))
        {
            return null;
        }

        // A time that carries its own offset, against Microsoft's advice, says which moment it is without the zone.
        DateTimeOffset? moment = time.Kind != DateTimeKind.Unspecified ? new DateTimeOffset(time.ToUniversalTime())
            : FindZone() is { } zone ? AtZone(time, zone)
            : null;
        return time.Year == YearOfNever || moment?.Year == YearOfNever ? null : moment;
    }

    /// <summary>Whether a moment stands for never: any in the year 9999, as it was given or in UTC.</summary>
    internal static bool IsNever(DateTimeOffset moment) =>
        moment.Year == YearOfNever || moment.UtcDateTime.Year == YearOfNever;

    private TimeZoneInfo? FindZone() =>
        string.IsNullOrEmpty(TimeZone) || TimeZone.Equals(Utc, StringComparison.OrdinalIgnoreCase) ? TimeZoneInfo.Utc
        : TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out TimeZoneInfo? zone) ? zone
        : null;

    private static DateTimeOffset? AtZone(DateTime time, TimeZoneInfo zone)
    {
        // GetUtcOffset, unlike ConvertTimeToUtc, does not throw for a time that daylight saving skips.
        long ticks = time.Ticks - zone.GetUtcOffset(time).Ticks;
        return ticks < System.DateTime.MinValue.Ticks || ticks > System.DateTime.MaxValue.Ticks
            ? null
            : new DateTimeOffset(ticks, TimeSpan.Zero);
    }
}
