using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PresenceClient.Soak.Wire.Leaks;

/// <summary>
/// Listens to all activities and meters of the process and searches them for secrets. Sometimes it throws, but only for
/// the client's own measurements.
/// </summary>
internal sealed class TelemetryCapture : IDisposable
{
    private const double ThrowingShare = 0.002;

    private const double SampledShare = 0.5;

    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private readonly LeakScan _scan;
    private readonly Random _random;

    public TelemetryCapture(LeakScan scan, Random random)
    {
        (_scan, _random) = (scan, random);
        _activities = new ActivityListener
        {
            // The traces of credentials are not the client's.
            ShouldListenTo = static source => !source.Name.StartsWith("Azure.", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => Draw(SampledShare)
                ? ActivitySamplingResult.AllDataAndRecorded
                : ActivitySamplingResult.None,
            ActivityStopped = Scan,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Scan(instrument, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Scan(instrument, tags));
        _meters.Start();
    }

    public void Dispose()
    {
        _meters.Dispose();
        _activities.Dispose();
    }

    private void Scan(Activity activity)
    {
        string where = $"an activity of {activity.Source.Name}";
        string example = activity.OperationName;
        _scan.Scan($"{activity.DisplayName} {activity.StatusDescription}", where, example);
        _scan.Scan(string.Join(' ', activity.TagObjects), where, example);
        _scan.Scan(string.Join(' ', activity.Baggage), where, example);
        foreach (ActivityEvent it in activity.Events)
        {
            _scan.Scan($"{it.Name} {string.Join(' ', it.Tags)}", where, example);
        }

        ThrowNowAndThen(activity.Source.Name);
    }

    private void Scan(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            _scan.Scan($"{tag.Value}", $"a tag of {instrument.Meter.Name}", $"{instrument.Name} {tag.Key}");
        }

        ThrowNowAndThen(instrument.Meter.Name);
    }

    private void ThrowNowAndThen(string source)
    {
        if (source == nameof(PresenceClient) && Draw(ThrowingShare))
        {
            throw Rudeness.Create();
        }
    }

    private bool Draw(double share)
    {
        lock (_random)
        {
            return _random.Chance(share);
        }
    }
}
