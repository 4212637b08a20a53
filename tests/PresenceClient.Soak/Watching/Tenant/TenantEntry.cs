namespace PresenceClient.Soak.Watching.Tenant;

/// <summary>What an answer says about a user.</summary>
/// <param name="User">The number of the user.</param>
/// <param name="Look">What the presence shows.</param>
/// <param name="Sequence">Its sequence number.</param>
internal readonly record struct TenantEntry(int User, Look Look, long Sequence);
