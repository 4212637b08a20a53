using PresenceClient;
using PresenceClient.Emulator;

namespace PresenceBoard;

/// <summary>An organization in this process; the client reaches it by HTTP, as it would Microsoft's.</summary>
internal static class EmulatedOrganization
{
    // Where people work this week, over and over; null has no plan.
    private static readonly string?[] Plans = ["office", "remote", "office", null, "remote", "office", "timeOff"];

    public static async Task<Organization> StartAsync(BoardOptions options, CancellationToken stop)
    {
        PresenceEmulator emulator = await PresenceEmulator.StartAsync(
            settings =>
            {
                settings.Users = options.Users;
                settings.Seed = options.Seed;
                // What is printed once shall be the same for the same seed.
                settings.Live = !options.Once;
            },
            stop);
        foreach ((int index, EmulatedUser user) in emulator.Users.Index())
        {
            if (Plans[index % Plans.Length] is { } place)
                user.SetScheduledLocation(place);
        }

        var local = new PresenceClientOptions { BaseAddress = emulator.BaseAddress };
        return new Organization(
            $"built-in organization, seed {options.Seed}", emulator.CreateCredential(), local, emulator);
    }
}
