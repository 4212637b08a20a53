using System.Globalization;
using System.Net.Http.Headers;

namespace PresenceClient.Http;

/// <summary>
/// Reads the header <c>Retry-After</c>: whole seconds, the fractions that Graph has also sent, or a date.
/// </summary>
internal static class RetryAfter
{
    private const string Header = "Retry-After";

    public static TimeSpan? Read(HttpResponseHeaders headers, TimeProvider time)
    {
        // The typed header knows no fractions, so the raw text is read.
        if (!headers.NonValidated.TryGetValues(Header, out HeaderStringValues values))
        {
            return null;
        }

        string text = values.ToString();
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite
                | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out decimal seconds))
        {
            return seconds < (decimal)TimeSpan.MaxValue.TotalSeconds - 1
                ? TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond))
                : null;
        }

        if (!RetryConditionHeaderValue.TryParse(text, out RetryConditionHeaderValue? condition)
            || condition.Date is not { } date)
        {
            return null;
        }

        TimeSpan wait = date - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
