namespace PresenceClient.Emulator.State;

/// <summary>The initial data of a tenant: its users, and the presence of each.</summary>
internal sealed record TenantSeed(
    Func<Tenant, EmulatedUser[]> MakePeople, Func<EmulatedUser, DateTime, EmulatedPresence> MakePresence);
