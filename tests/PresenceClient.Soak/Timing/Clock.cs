using System.Diagnostics;

namespace PresenceClient.Soak.Timing;

/// <summary>The monotonic clock of all measurements: the time since the start of the program.</summary>
internal static class Clock
{
    private static readonly long Start = Stopwatch.GetTimestamp();

    public static TimeSpan Now => Stopwatch.GetElapsedTime(Start);
}
