using Azure.Core;
using PresenceClient.Emulator;

namespace PresenceClient.Cli;

/// <summary>An emulated organization in this process, which the client reads over HTTP.</summary>
internal static class EmulatedOrganization
{
    // The planned work locations, assigned in turn; null for none.
    private static readonly string?[] Plans = ["office", "remote", "office", null, "remote", "office", "timeOff"];

    public static async Task<Organization> StartAsync(Target target, CancellationToken stop)
    {
        PresenceEmulator emulator = await PresenceEmulator.StartAsync(
            settings =>
            {
                settings.Users = target.Users;
                settings.Seed = target.Seed;
                settings.Live = target.IsLive;
            },
            stop);
        foreach ((int index, EmulatedUser user) in emulator.Users.Index())
        {
            if (Plans[index % Plans.Length] is { } place)
            {
                user.SetScheduledLocation(place);
            }
        }

        var local = new PresenceClientOptions
        {
            BaseAddress = emulator.BaseAddress,
            ApplicationId = emulator.Application.ClientId,
        };
        TokenCredential credential = target.AsPerson
            ? emulator.SignIn(emulator.Users.First(user => user.AccountEnabled))
            : emulator.CreateCredential();
        return new Organization($"emulated organization, seed {target.Seed}", credential, local, emulator);
    }
}
