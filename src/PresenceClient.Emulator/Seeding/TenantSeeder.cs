using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Seeding;

/// <summary>Creates the tenant that the options describe.</summary>
internal static class TenantSeeder
{
    public static Tenant Create(PresenceEmulatorOptions options) => new(
        options,
        new TenantSeed(
            PeopleSeeder.Seed,
            (user, startedAt) => PresenceSeeder.Seed(options, user, startedAt),
            GroupSeeder.Seed));
}
