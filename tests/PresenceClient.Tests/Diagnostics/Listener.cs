using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace PresenceClient.Tests.Diagnostics;

/// <summary>Hears all that the client tells: activities, measurements and log messages.</summary>
internal sealed class Listener : ILoggerFactory, ILogger
{
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ConcurrentQueue<Measured> _measured = new();
    private readonly ConcurrentQueue<Logged> _logged = new();

    public Listener()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "PresenceClient",
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "PresenceClient")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((i, value, tags, _) => Hear(i, value, tags));
        _meters.SetMeasurementEventCallback<double>((i, value, tags, _) => Hear(i, value, tags));
        _meters.Start();
    }

    public IReadOnlyCollection<Activity> Activities => _ended;

    public IReadOnlyCollection<Measured> Measurements => _measured;

    public IReadOnlyCollection<Logged> Logs => _logged;

    /// <summary>All that was heard, as texts.</summary>
    public IEnumerable<string> Texts =>
    [
        .. _ended.SelectMany(a => a.TagObjects.Select(tag => $"{tag.Key}={tag.Value}")
            .Concat([a.DisplayName, a.StatusDescription ?? "", .. a.Events.Select(e => e.Name)])),
        .. _measured.SelectMany(m => m.Tags.Select(tag => $"{m.Name}: {tag.Key}={tag.Value}")),
        .. _logged.Select(l => l.Text),
    ];

    /// <summary>The values that an instrument was given, in turn.</summary>
    public IEnumerable<double> Values(string instrument) =>
        _measured.Where(m => m.Name == instrument).Select(m => m.Value);

    /// <summary>The value that an observable instrument has now.</summary>
    public double Observe(string instrument)
    {
        _meters.RecordObservableInstruments();
        return Values(instrument).Last();
    }

    public ILogger CreateLogger(string categoryName)
    {
        categoryName.Should().Be("PresenceClient");
        return this;
    }

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        _logged.Enqueue(new Logged(eventId, logLevel, $"{formatter(state, exception)}{exception}"));

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("It is a provider itself.");

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Enqueue(new Measured(instrument.Name, instrument.Unit, value, new(tags.ToArray())));
}
