using System.Globalization;
using System.Net.Http.Headers;

namespace PresenceClient.Http;

/// <summary>
/// The value of the header <c>Retry-After</c>: whole seconds, a fraction, which Graph has also sent, or a date. The
/// longest of several values counts, and values that cannot be read are ignored.
/// </summary>
/// <param name="Asked">The time that the service asks for.</param>
/// <param name="Wait">The time that the client waits: the same, up to its ceiling.</param>
internal readonly record struct RetryAfter(TimeSpan Asked, TimeSpan Wait)
{
    private const string Header = "Retry-After";

    private const NumberStyles Seconds = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    /// <summary>Reads the header; null if it is missing or cannot be read.</summary>
    public static RetryAfter? Read(HttpResponseHeaders headers, TimeSpan ceiling, TimeProvider time)
    {
        // Reads the raw text, because the typed header supports neither fractions nor lists.
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
            // A date contains a comma, after the day of the week.
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
        // TryParse accepts NaN and Infinity too.
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
