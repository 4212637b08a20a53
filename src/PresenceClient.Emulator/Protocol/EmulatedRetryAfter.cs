using System.Globalization;

namespace PresenceClient.Emulator.Protocol;

/// <summary>Writes the value of a Retry-After header.</summary>
internal static class EmulatedRetryAfter
{
    public const string Header = "Retry-After";

    /// <summary>Formats a wait, rounded so that the client never retries too early.</summary>
    public static string Format(TimeSpan wait, DateTime now, RetryAfterForm form) => form switch
    {
        RetryAfterForm.FractionalSeconds => Fraction(wait),
        RetryAfterForm.HttpDate => Date(now + wait),
        _ => Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Formats seconds with up to three decimal places.</summary>
    public static string Fraction(TimeSpan wait) =>
        (Math.Ceiling(wait.TotalMilliseconds) / 1000).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Date(DateTime until)
    {
        long part = until.Ticks % TimeSpan.TicksPerSecond;
        DateTime whole = part == 0 ? until : until.AddTicks(TimeSpan.TicksPerSecond - part);
        return whole.ToString("r", CultureInfo.InvariantCulture);
    }
}
