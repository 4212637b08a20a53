using System.Globalization;

namespace PresenceClient.Emulator.Protocol;

/// <summary>Writes the value of a Retry-After header.</summary>
internal static class EmulatedRetryAfter
{
    public const string Header = "Retry-After";

    /// <summary>The value in a form; it never sends anybody back too early.</summary>
    public static string Format(TimeSpan wait, DateTime now, RetryAfterForm form) => form switch
    {
        RetryAfterForm.FractionalSeconds => Fraction(wait),
        RetryAfterForm.HttpDate => Date(now + wait),
        _ => Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Seconds, with as many of three digits as it takes.</summary>
    public static string Fraction(TimeSpan wait) =>
        (Math.Ceiling(wait.TotalMilliseconds) / 1000).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Date(DateTime until)
    {
        long part = until.Ticks % TimeSpan.TicksPerSecond;
        DateTime whole = part == 0 ? until : until.AddTicks(TimeSpan.TicksPerSecond - part);
        return whole.ToString("r", CultureInfo.InvariantCulture);
    }
}
