using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

/// <summary>A logger whose next message a test can await.</summary>
internal sealed class AwaitedLogger : ILoggerFactory, ILogger
{
    private readonly Channel<string> _messages = Channel.CreateUnbounded<string>();

    public Task<string> NextAsync() => _messages.Reader.ReadAsync(Test.Token).AsTask().BoundedAsync();

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) => _messages.Writer.TryWrite(formatter(state, exception));

    public void Dispose()
    {
    }
}
