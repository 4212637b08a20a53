namespace PresenceClient.Emulator.State;

/// <summary>Makes what a tenant starts with: its people, and the presence of each at the start.</summary>
internal sealed record TenantSeed(
    Func<Tenant, EmulatedUser[]> MakePeople, Func<EmulatedUser, DateTime, EmulatedPresence> MakePresence);
