namespace PresenceClient.Redis;

/// <summary>A state that was read or reported, on the way to the watch of a host or to Redis.</summary>
/// <param name="Id">The user.</param>
/// <param name="Presence">The presence; null for a user who is missing.</param>
/// <param name="At">When it was read or observed.</param>
internal readonly record struct ReadState(string Id, UserPresence? Presence, DateTimeOffset At);
