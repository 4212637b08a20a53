using System.Globalization;

namespace PresenceClient;

/// <summary>A wall-clock time and the name of its time zone, in the form that Graph uses.</summary>
/// <remarks>
/// Source: <see href="https://learn.microsoft.com/graph/api/resources/datetimetimezone">dateTimeTimeZone</see>.
/// </remarks>
public sealed record DateTimeTimeZone
{
    private const string Utc = "UTC";

    // The year of DateTime.MaxValue, which systems use to mean "no end".
    private const int YearOfNever = 9999;

    private static readonly string[] Formats =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-ddK"];

    /// <summary>The time, for example <c>2026-09-01T17:00:00</c>, exactly as Graph sent it.</summary>
    public string? DateTime { get; init; }

    /// <summary>The time zone: UTC, a Windows name or an IANA name, exactly as Graph sent it.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Creates a value from a point in time, expressed in UTC.</summary>
    /// <param name="moment">The point in time. Its offset is applied.</param>
    public static DateTimeTimeZone FromDateTimeOffset(DateTimeOffset moment) => new()
    {
        DateTime = moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        TimeZone = Utc,
    };

    /// <summary>Converts the value to a point in time in UTC.</summary>
    /// <returns>
    /// The point in time. Null if the time or the time zone can't be parsed, or if the value means "never": a time in
    /// the year 9999, in its time zone or in UTC.
    /// </returns>
    /// <remarks>
    /// A missing time zone is read as UTC. A wall-clock time that a daylight saving change skips or repeats is read as
    /// standard time. Windows names need ICU: in invariant globalization mode they can't be resolved on Linux and
    /// macOS.
    /// </remarks>
    public DateTimeOffset? ToDateTimeOffset()
    {
        if (!System.DateTime.TryParseExact(DateTime, Formats, CultureInfo.InvariantCulture,
                DateTimeStyles.RoundtripKind, out System.DateTime time))
        {
            return null;
        }

        // A time with its own offset, which Microsoft advises against, is unambiguous without the time zone.
        DateTimeOffset? moment = time.Kind != DateTimeKind.Unspecified ? new DateTimeOffset(time.ToUniversalTime())
            : FindZone() is { } zone ? AtZone(time, zone)
            : null;
        return time.Year == YearOfNever || moment?.Year == YearOfNever ? null : moment;
    }

    /// <summary>Returns whether a time means "never": any time in the year 9999, as given or in UTC.</summary>
    internal static bool IsNever(DateTimeOffset moment) =>
        moment.Year == YearOfNever || moment.UtcDateTime.Year == YearOfNever;

    private TimeZoneInfo? FindZone() =>
        string.IsNullOrEmpty(TimeZone) ? TimeZoneInfo.Utc
        : TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out TimeZoneInfo? zone) ? zone
        : null;

    private static DateTimeOffset? AtZone(DateTime time, TimeZoneInfo zone)
    {
        // Unlike ConvertTimeToUtc, GetUtcOffset does not throw for a time that a daylight saving change skips.
        long ticks = time.Ticks - zone.GetUtcOffset(time).Ticks;
        return ticks < System.DateTime.MinValue.Ticks || ticks > System.DateTime.MaxValue.Ticks
            ? null
            : new DateTimeOffset(ticks, TimeSpan.Zero);
    }
}
