using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace PresenceClient.Tests.Diagnostics;

/// <summary>Listens to all of the client's telemetry, and throws in one of its methods.</summary>
internal sealed class ThrowingListener : ILoggerFactory, ILogger
{
    /// <summary>Every method of a host that the client calls for its telemetry.</summary>
    public static readonly string[] Places =
    [
        nameof(CreateLogger), nameof(IsEnabled), nameof(Log), "measure", "sample", "start", "stop", "current",
        "left",
    ];

    private readonly string _place;
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private int _thrown;

    public ThrowingListener(string place)
    {
        _place = place;
        _activities = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "PresenceClient",
            Sample = (ref _) =>
            {
                ThrowAt("sample");
                return ActivitySamplingResult.AllDataAndRecorded;
            },
            ActivityStarted = _ => ThrowAt("start"),
            ActivityStopped = _ => ThrowAt("stop"),
        };
        ActivitySource.AddActivityListener(_activities);
        Activity.CurrentChanged += CurrentChanged;
        _meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "PresenceClient")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((_, _, _, _) => ThrowAt("measure"));
        _meters.SetMeasurementEventCallback<double>((_, _, _, _) => ThrowAt("measure"));
        _meters.Start();
    }

    public int Thrown => Volatile.Read(ref _thrown);

    public ILogger CreateLogger(string categoryName)
    {
        ThrowAt(nameof(CreateLogger));
        return this;
    }

    public bool IsEnabled(LogLevel logLevel)
    {
        ThrowAt(nameof(IsEnabled));
        return true;
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) => ThrowAt(nameof(Log));

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("It is a provider itself.");

    public void Dispose()
    {
        Activity.CurrentChanged -= CurrentChanged;
        _activities.Dispose();
        _meters.Dispose();
    }

    private void CurrentChanged(object? sender, ActivityChangedEventArgs changed)
    {
        if (changed.Current?.Source.Name == "PresenceClient" || changed.Previous?.Source.Name == "PresenceClient")
        {
            ThrowAt("current");
        }

        // A listener that throws when an activity becomes the current one does not see it being left.
        if (changed.Previous?.Source.Name == "PresenceClient")
        {
            ThrowAt("left");
        }
    }

    private void ThrowAt(string place)
    {
        if (place == _place)
        {
            Interlocked.Increment(ref _thrown);
            throw new InvalidOperationException($"The listener threw at {place}.");
        }
    }
}
