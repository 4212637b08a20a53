namespace PresenceClient.Presences.Watching;

/// <summary>The figures of a complete sweep.</summary>
/// <param name="StartedAt">When it began.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Users">How many users it asked for.</param>
internal sealed record SweepFigures(DateTimeOffset StartedAt, TimeSpan Duration, int Users);
