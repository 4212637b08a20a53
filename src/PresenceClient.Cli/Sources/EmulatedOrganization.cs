using PresenceClient;
using PresenceClient.Emulator;

namespace PresenceBoard;

/// <summary>An emulated organization in this process, which the client reads over HTTP.</summary>
internal static class EmulatedOrganization
{
    // The planned work locations, assigned in turn; null for none.
    private static readonly string?[] Plans = ["office", "remote", "office", null, "remote", "office", "timeOff"];

    public static async Task<Organization> StartAsync(BoardOptions options, CancellationToken stop)
    {
        PresenceEmulator emulator = await PresenceEmulator.StartAsync(
            settings =>
            {
                settings.Users = options.Users;
                settings.Seed = options.Seed;
                // A report for the same seed is always the same.
                settings.Live = !options.Once;
            },
            stop);
        foreach ((int index, EmulatedUser user) in emulator.Users.Index())
        {
            if (Plans[index % Plans.Length] is { } place)
            {
                user.SetScheduledLocation(place);
            }
        }

        var local = new PresenceClientOptions { BaseAddress = emulator.BaseAddress };
        return new Organization(
            $"emulated organization, seed {options.Seed}", emulator.CreateCredential(), local, emulator);
    }
}
