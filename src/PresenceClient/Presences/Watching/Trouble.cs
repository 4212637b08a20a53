namespace PresenceClient.Presences.Watching;

/// <summary>Reads fail.</summary>
/// <param name="Since">When the first of them failed.</param>
/// <param name="Failure">The latest failure.</param>
internal sealed record Trouble(DateTimeOffset Since, PresenceException Failure);
