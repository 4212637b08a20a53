namespace PresenceClient.Soak.Emulated;

/// <summary>The entry of a user in an answer.</summary>
/// <param name="User">The number of the user.</param>
/// <param name="Look">The visible content.</param>
/// <param name="Sequence">The sequence number.</param>
internal readonly record struct TenantEntry(int User, Look Look, long Sequence);
