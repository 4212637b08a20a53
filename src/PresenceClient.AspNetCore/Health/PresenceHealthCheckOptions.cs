namespace PresenceClient;

/// <summary>The thresholds of the checks that <c>AddPresenceHealthChecks</c> adds.</summary>
public sealed class PresenceHealthCheckOptions
{
    /// <summary>
    /// The time since the end of the last sweep without a failure from which the watch is degraded.
    /// </summary>
    /// <value>
    /// Default: null, which means three intervals, or three times the duration of that sweep if it is longer. More than
    /// zero.
    /// </value>
    public TimeSpan? DegradedAge { get; set; }

    /// <summary>
    /// The time since the end of the last sweep without a failure from which the watch is unhealthy.
    /// </summary>
    /// <value>
    /// Default: null, which means ten intervals, or ten times that duration. Not less than <see cref="DegradedAge"/>.
    /// </value>
    public TimeSpan? UnhealthyAge { get; set; }

    /// <summary>
    /// The remaining time of a pause after a 429 from which the client is unhealthy. While requests are paused for a
    /// shorter time, the client is degraded.
    /// </summary>
    /// <value>Default: 5 minutes. More than zero.</value>
    public TimeSpan UnhealthyPause { get; set; } = TimeSpan.FromMinutes(5);

    internal IEnumerable<string> Faults()
    {
        if (DegradedAge <= TimeSpan.Zero)
        {
            yield return $"DegradedAge is {DegradedAge}. An age is more than zero. Set a longer time, or null for "
                + "three intervals of the watch.";
        }

        if (UnhealthyAge <= TimeSpan.Zero || UnhealthyAge < DegradedAge)
        {
            yield return $"UnhealthyAge is {UnhealthyAge}. It must be more than zero and not less than DegradedAge. "
                + "Set a longer time, or null for ten intervals of the watch.";
        }

        if (UnhealthyPause <= TimeSpan.Zero)
        {
            yield return $"UnhealthyPause is {UnhealthyPause}. A pause is more than zero. Set a longer time.";
        }
    }
}
