using System.Diagnostics;

namespace PresenceClient.Diagnostics;

/// <summary>Records the metrics of watches.</summary>
internal static class WatchMetrics
{
    private static long _readers;
    private static long _stale;

    /// <summary>The number of readers of all watches.</summary>
    public static long Readers => Volatile.Read(ref _readers);

    /// <summary>The number of stale users of all watches.</summary>
    public static long Stale => Volatile.Read(ref _stale);

    /// <summary>Records that states have changed.</summary>
    /// <param name="changes">The number of changes.</param>
    /// <param name="conflated">The number of undelivered changes that they replaced.</param>
    public static void Changed(int changes, int conflated)
    {
        if (changes > 0)
        {
            Instruments.Watch.Changes.Add(changes);
        }

        if (conflated > 0)
        {
            Instruments.Watch.Conflated.Add(conflated);
        }
    }

    /// <summary>Records that a reader receives a change.</summary>
    public static void Delivered(PresenceChange change, DateTimeOffset now)
    {
        if (Instruments.Watch.Age.Enabled)
        {
            Instruments.Watch.Age.Record(
                Math.Max((now - change.ReadAt).TotalSeconds, 0),
                new TagList { { Tags.Kind, change.Kind.ToString() } });
        }
    }

    public static void SweepEnded(TimeSpan duration) => Instruments.Watch.SweepDuration.Record(duration.TotalSeconds);

    public static void ReadersChanged(int difference)
    {
        // The first reader publishes the instruments, before there is anything to record.
        _ = Instruments.Watch.Readers;
        Interlocked.Add(ref _readers, difference);
    }

    public static void StaleChanged(int difference) => Interlocked.Add(ref _stale, difference);
}
