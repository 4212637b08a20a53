using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace PresenceClient.Diagnostics;

/// <summary>Wraps the host's logger and ignores its exceptions.</summary>
internal sealed class GuardedLogger : ILogger
{
    private readonly ILogger _logger;

    private GuardedLogger(ILogger logger) => _logger = logger;

    /// <summary>
    /// Creates the client's logger; one that logs nothing if the host has no factory or the factory throws.
    /// </summary>
    public static ILogger Create(ILoggerFactory? factory) =>
        factory is not null && Guard.Ask(() => factory.CreateLogger(nameof(PresenceClient))) is { } logger
            ? new GuardedLogger(logger)
            : NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull =>
        Guard.Ask(() => _logger.BeginScope(state));

    public bool IsEnabled(LogLevel logLevel)
    {
        bool enabled = false;
        _ = Guard.Tell(_logger, logger => enabled = logger.IsEnabled(logLevel));
        return enabled;
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        _ = Guard.Tell((_logger, logLevel, eventId, state, exception, formatter), static s =>
            s._logger.Log(s.logLevel, s.eventId, s.state, s.exception, s.formatter));
}
