namespace PresenceClient.Emulator.State;

/// <summary>Makes what a tenant starts with: its people, the presence of each, and its groups.</summary>
internal sealed record TenantSeed(
    Func<Tenant, EmulatedUser[]> MakePeople,
    Func<EmulatedUser, DateTime, EmulatedPresence> MakePresence,
    Func<Tenant, SeededGroup[]> MakeGroups);
