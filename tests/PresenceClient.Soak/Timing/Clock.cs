using System.Diagnostics;

namespace PresenceClient.Soak.Timing;

/// <summary>The monotonic clock of every measurement: the time since the program's start.</summary>
internal static class Clock
{
    private static readonly long Start = Stopwatch.GetTimestamp();

    public static TimeSpan Now => Stopwatch.GetElapsedTime(Start);
}
