namespace PresenceClient.Emulator.State;

/// <summary>The initial data of a tenant: its users, the presence of each, and its groups.</summary>
internal sealed record TenantSeed(
    Func<Tenant, EmulatedUser[]> MakePeople,
    Func<EmulatedUser, DateTime, EmulatedPresence> MakePresence,
    Func<Tenant, SeededGroup[]> MakeGroups);
