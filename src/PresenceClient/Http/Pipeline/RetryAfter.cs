using System.Globalization;
using System.Net.Http.Headers;

namespace PresenceClient.Http;

/// <summary>
/// What the header <c>Retry-After</c> asks for: whole seconds, the fractions that Graph has also sent, or a date. Of
/// several values the longest counts, and what cannot be read is ignored.
/// </summary>
/// <param name="Asked">What the service asks for.</param>
/// <param name="Wait">What the client waits: as long, up to its ceiling.</param>
internal readonly record struct RetryAfter(TimeSpan Asked, TimeSpan Wait)
{
    private const string Header = "Retry-After";

    private const NumberStyles Seconds = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    /// <summary>Reads the header; null where it is missing or cannot be read.</summary>
    public static RetryAfter? Read(HttpResponseHeaders headers, TimeSpan ceiling, TimeProvider time)
    {
        // The typed header knows neither fractions nor lists, so the raw text is read.
        if (!headers.NonValidated.TryGetValues(Header, out HeaderStringValues values))
        {
            return null;
        }

        TimeSpan? longest = null;
        foreach (string value in values)
        {
            foreach (TimeSpan wait in WaitsIn(value, time))
            {
                longest = longest > wait ? longest : wait;
            }
        }

        return longest is { } asked ? new RetryAfter(asked, asked < ceiling ? asked : ceiling) : null;
    }

    private static IEnumerable<TimeSpan> WaitsIn(string value, TimeProvider time)
    {
        string[] parts = value.Split(',');
        for (int i = 0; i < parts.Length; i++)
        {
            // A date has a comma of its own, after the day of the week.
            TimeSpan? wait = SecondsIn(parts[i]) ?? DateIn(parts[i], time)
                ?? (i + 1 < parts.Length ? DateIn($"{parts[i]},{parts[i + 1]}", time) : null);
            if (wait is { } found)
            {
                yield return found;
            }
        }
    }

    private static TimeSpan? SecondsIn(string part)
    {
        // It also parses the words NaN and Infinity.
        if (!double.TryParse(WithoutParameters(part), Seconds, CultureInfo.InvariantCulture, out double seconds)
            || seconds < 0 || !part.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        return seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;
    }

    private static TimeSpan? DateIn(string part, TimeProvider time)
    {
        if (!RetryConditionHeaderValue.TryParse(WithoutParameters(part), out RetryConditionHeaderValue? condition)
            || condition.Date is not { } date)
        {
            return null;
        }

        TimeSpan wait = date - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private static string WithoutParameters(string part) => part.Split(';')[0].Trim();
}
