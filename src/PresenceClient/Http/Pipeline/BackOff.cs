using System.Diagnostics.CodeAnalysis;

namespace PresenceClient.Http;

/// <summary>Decides how long to wait before the next request.</summary>
internal static class BackOff
{
    private const double LongestSeconds = 30;

    private static readonly TimeSpan ShortestRepeat = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Returns the time that the service asks for. If it asks for no time, or repeatedly for less than a second,
    /// returns a random time between half and all of 1, 2, 4 … 30 seconds.
    /// </summary>
    /// <param name="asked">The time that the service asks for; null for none.</param>
    /// <param name="waits">The number of waits before.</param>
    public static TimeSpan After(TimeSpan? asked, int waits) =>
        asked is { } time && (time >= ShortestRepeat || waits == 0) ? time : Exponential(waits);

    // Timers count whole milliseconds.
    [SuppressMessage("Security", "CA5394", Justification = "Jitter isn't a secret.")]
    private static TimeSpan Exponential(int waits)
    {
        double longest = Math.Min(Math.Pow(2, waits), LongestSeconds);
        return TimeSpan.FromMilliseconds(Math.Round(longest * 1_000 * (0.5 + (Random.Shared.NextDouble() / 2))));
    }
}
