namespace PresenceClient;

/// <summary>Users whose presence could not be read, and why.</summary>
/// <param name="Ids">
/// The object ids: those of the request that failed, or the one whose entry in the answer cannot be read.
/// </param>
/// <param name="Exception">What went wrong.</param>
public sealed record PresenceReadFailure(IReadOnlyList<string> Ids, PresenceException Exception);
