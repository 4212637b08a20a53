using System.Diagnostics.CodeAnalysis;

namespace PresenceClient.Http;

/// <summary>How long to wait before the next request.</summary>
internal static class BackOff
{
    private const double LongestSeconds = 30;

    private static readonly TimeSpan ShortestRepeat = TimeSpan.FromSeconds(1);

    /// <summary>
    /// What the service asks for. Where it asks for no time, or repeatedly for less than a second, up to 1, 2, 4 … 30
    /// seconds, at least half of it.
    /// </summary>
    /// <param name="asked">What the service asks for; null when it does not say.</param>
    /// <param name="waits">How many waits came before.</param>
    public static TimeSpan After(TimeSpan? asked, int waits) =>
        asked is { } time && (time >= ShortestRepeat || waits == 0) ? time : Exponential(waits);

    // In whole milliseconds, as timers count.
    [SuppressMessage("Security", "CA5394", Justification = "Clients should not come back together; it is no secret.")]
    private static TimeSpan Exponential(int waits)
    {
        double longest = Math.Min(Math.Pow(2, waits), LongestSeconds);
        return TimeSpan.FromMilliseconds(Math.Round(longest * 1_000 * (0.5 + (Random.Shared.NextDouble() / 2))));
    }
}
