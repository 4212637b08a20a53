using Microsoft.Extensions.Logging;

namespace PresenceClient.Soak.Wire.Leaks;

/// <summary>Searches everything that a client logs for secrets. It can throw sometimes.</summary>
internal sealed class LogCapture(LeakScan scan, Random? rude) : ILoggerFactory, ILogger
{
    private const double Share = 0.05;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull
    {
        Scan(state);
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        scan.Scan($"{formatter(state, exception)} {exception}", "a log message", $"event {eventId}");
        Scan(state);
        if (rude is not null)
        {
            ThrowNowAndThen(rude);
        }
    }

    public void Dispose()
    {
    }

    private static void ThrowNowAndThen(Random random)
    {
        lock (random)
        {
            if (random.Chance(Share))
            {
                throw Rudeness.Create();
            }
        }
    }

    private void Scan<TState>(TState state)
    {
        if (state is IEnumerable<KeyValuePair<string, object?>> values)
        {
            scan.Scan(string.Join(' ', values), "a value of a log message", "");
        }
    }
}
