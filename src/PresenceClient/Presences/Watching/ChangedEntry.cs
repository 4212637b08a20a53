namespace PresenceClient.Presences.Watching;

/// <summary>An entry of an answer that differs from the same user's entry in the answer before.</summary>
/// <param name="Entry">The number of the entry.</param>
/// <param name="Presence">What it says now.</param>
/// <param name="Length">The number of its bytes now.</param>
internal readonly record struct ChangedEntry(short Entry, UserPresence Presence, int Length);
