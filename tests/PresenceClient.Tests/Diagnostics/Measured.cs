namespace PresenceClient.Tests.Diagnostics;

/// <summary>One measurement.</summary>
internal sealed record Measured(string Name, string? Unit, double Value, Dictionary<string, object?> Tags);
