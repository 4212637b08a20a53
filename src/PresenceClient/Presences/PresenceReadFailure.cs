namespace PresenceClient;

/// <summary>Users whose presence could not be read, and why.</summary>
/// <param name="Ids">The object ids that were asked for in the request that failed.</param>
/// <param name="Exception">What went wrong.</param>
public sealed record PresenceReadFailure(IReadOnlyList<string> Ids, PresenceException Exception);
