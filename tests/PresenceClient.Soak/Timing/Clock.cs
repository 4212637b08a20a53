using System.Diagnostics;

namespace PresenceClient.Soak.Timing;

/// <summary>The monotonic clock of all measurements: the time since the start of the program.</summary>
internal static class Clock
{
    private static readonly long Start = Stopwatch.GetTimestamp();
    private static readonly DateTimeOffset WallStart = DateTimeOffset.UtcNow;

    public static TimeSpan Now => Stopwatch.GetElapsedTime(Start);

    /// <summary>Returns the time of this clock at a time of the wall clock.</summary>
    public static TimeSpan Of(DateTimeOffset wall) => wall - WallStart;
}
