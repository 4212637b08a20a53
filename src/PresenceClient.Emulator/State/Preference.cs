namespace PresenceClient.Emulator.State;

/// <summary>The preferred presence of a user, and when it ends.</summary>
internal sealed record Preference(EmulatedPair Pair, DateTime ExpiresAt);
