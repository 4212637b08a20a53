using Azure.Core;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using Microsoft.Graph.Models;

namespace PresenceClient.Emulator.GraphSdk.Tests;

/// <summary>
/// An emulator on a clock that the test holds, and clients of Microsoft's SDK that reach it over loopback HTTP.
/// </summary>
internal sealed class SdkTenant : IAsyncDisposable
{
    private readonly List<GraphServiceClient> _clients = [];

    private SdkTenant(PresenceEmulator emulator, FakeTimeProvider clock)
    {
        Emulator = emulator;
        Clock = clock;
        App = As(emulator.CreateCredential());
    }

    public PresenceEmulator Emulator { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>The SDK as the seeded application.</summary>
    public GraphServiceClient App { get; }

    public string AppId => Emulator.Application.ClientId;

    public static async Task<SdkTenant> StartAsync(Action<PresenceEmulatorOptions>? configure = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 9, 7, 9, 0, 0, TimeSpan.Zero));
        PresenceEmulator emulator = await PresenceEmulator.StartAsync(options =>
        {
            options.Users = 10;
            options.TimeProvider = clock;
            configure?.Invoke(options);
        });
        return new SdkTenant(emulator, clock);
    }

    /// <summary>The SDK with a credential; it must be told that the emulator's host may have the token.</summary>
    public GraphServiceClient As(TokenCredential credential)
    {
        var authentication = new AzureIdentityAuthenticationProvider(
            credential, [Emulator.BaseAddress.Host], isCaeEnabled: true);
        var client = new GraphServiceClient(authentication, Emulator.BaseAddress.AbsoluteUri);
        _clients.Add(client);
        return client;
    }

    /// <summary>The SDK as a signed-in user.</summary>
    public GraphServiceClient As(EmulatedUser user, params string[] scopes) => As(Emulator.SignIn(user, scopes));

    /// <summary>A user with nothing left of the seeded state.</summary>
    public EmulatedUser BlankUser(int index = 0)
    {
        EmulatedUser user = Emulator.Users[index];
        user.EndTeamsClient();
        user.ClearOutOfOffice();
        user.SetStatusMessage("");
        return user;
    }

    /// <summary>What the application sees of a user: availability, slash, activity.</summary>
    public async Task<string> LookAsync(EmulatedUser user)
    {
        Presence? presence = await App.Users[user.Id].Presence.GetAsync();
        return $"{presence!.Availability}/{presence.Activity}";
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await Emulator.DisposeAsync();
    }
}
