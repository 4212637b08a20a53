namespace PresenceClient.Emulator.State;

/// <summary>The presence that a user prefers to show, and until when.</summary>
internal sealed record Preference(EmulatedPair Pair, DateTime ExpiresAt);
