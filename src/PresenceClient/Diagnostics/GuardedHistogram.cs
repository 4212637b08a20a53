using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PresenceClient.Diagnostics;

/// <summary>
/// A histogram with the guarantees of <see cref="GuardedCounter"/>. Its buckets are an advice to the exporter, because
/// the usual ones are for milliseconds.
/// </summary>
internal sealed class GuardedHistogram<T>(Meter meter, string name, string unit, string description, T[] buckets)
    where T : struct
{
    private readonly Histogram<T>? _histogram = Guard.Ask(() => meter.CreateHistogram(
        name, unit, description, tags: null, new InstrumentAdvice<T> { HistogramBucketBoundaries = buckets }));

    public bool Enabled => _histogram is { Enabled: true };

    public void Record(T value, in TagList tags = default)
    {
        if (Enabled)
        {
            _ = Guard.Tell((_histogram, value, tags), static s => s._histogram!.Record(s.value, s.tags));
        }
    }
}
