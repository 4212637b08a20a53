using Microsoft.Extensions.Logging;

namespace PresenceClient.Tests.Diagnostics;

/// <summary>One log message.</summary>
internal sealed record Logged(EventId Event, LogLevel Level, string Text);
