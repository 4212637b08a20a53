using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace PresenceClient.Aot;

/// <summary>Listens to the client's activities and measurements, and is a log.</summary>
internal sealed class Heard : ILoggerFactory, ILogger
{
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _activities = new()
    {
        ShouldListenTo = static source => source.Name == nameof(PresenceClient),
        Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
    };

    public Heard()
    {
        _meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == nameof(PresenceClient))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((instrument, _, _, _) => Names.Enqueue(instrument.Name));
        _meters.SetMeasurementEventCallback<double>((instrument, _, _, _) => Names.Enqueue(instrument.Name));
        _activities.ActivityStopped = activity => Names.Enqueue(activity.DisplayName);
        _meters.Start();
        ActivitySource.AddActivityListener(_activities);
    }

    /// <summary>The names of instruments and activities, and the messages.</summary>
    public ConcurrentQueue<string> Names { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) => Names.Enqueue(formatter(state, exception));

    public void Dispose()
    {
        _meters.Dispose();
        _activities.Dispose();
    }
}
