namespace PresenceClient;

/// <summary>The users whose presence could not be read, and the reason.</summary>
/// <param name="Ids">
/// The object ids of the failed request, or the one id whose entry in the answer can't be read.
/// </param>
/// <param name="Exception">The reason.</param>
public sealed record PresenceReadFailure(IReadOnlyList<string> Ids, PresenceException Exception);
