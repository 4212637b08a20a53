using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PresenceClient.Tests.Support;

/// <summary>Records everything that is logged, with scopes, values and exceptions.</summary>
internal sealed class ListLogger(ConcurrentQueue<string> written) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull
    {
        written.Enqueue(Words(state));
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        written.Enqueue($"{formatter(state, exception)} {Words(state)} {exception}");

    public void Dispose()
    {
    }

    private static string Words(object? state) => state is IEnumerable<KeyValuePair<string, object?>> values
        ? $"{state} {string.Join(' ', values)}"
        : $"{state}";
}
