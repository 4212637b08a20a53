using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PresenceClient.Tests.Security;

/// <summary>Records every activity and every measurement of the process.</summary>
internal sealed class EverythingTraced : IDisposable
{
    private readonly ConcurrentQueue<string> _told = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public EverythingTraced()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) =>
                ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Note,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<int>(Note);
        _meters.SetMeasurementEventCallback<long>(Note);
        _meters.SetMeasurementEventCallback<double>(Note);
        _meters.Start();
    }

    public IReadOnlyCollection<string> Told => _told;

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Note(Activity activity)
    {
        IEnumerable<object?> events = activity.Events.SelectMany(e => e.Tags.Select(t => (object?)t).Prepend(e.Name));
        _told.Enqueue($"{activity.Source.Name}: {activity.DisplayName} {activity.StatusDescription} "
            + string.Join(' ', [.. activity.TagObjects, .. activity.Baggage, .. events]));
    }

    private void Note<T>(
        Instrument instrument, T measurement, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state) =>
        _told.Enqueue($"{instrument.Meter.Name}: {instrument.Name} {string.Join(' ', tags.ToArray())}");
}
