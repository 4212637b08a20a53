using Azure.Core;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using PresenceClient.TestSupport;

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
        ClockedTenant tenant = await ClockedTenant.StartAsync(users: 10, configure);
        return new SdkTenant(tenant.Emulator, tenant.Clock);
    }

    /// <summary>The SDK with a credential.</summary>
    public GraphServiceClient As(TokenCredential credential)
    {
        GraphServiceClient client = Emulator.ConnectSdk(credential);
        _clients.Add(client);
        return client;
    }

    /// <summary>The SDK as a signed-in user.</summary>
    public GraphServiceClient As(EmulatedUser user, params string[] scopes) => As(Emulator.SignIn(user, scopes));

    /// <summary>A user with nothing left of the seeded state.</summary>
    public EmulatedUser BlankUser(int index = 0) => Emulator.BlankUser(index);

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
