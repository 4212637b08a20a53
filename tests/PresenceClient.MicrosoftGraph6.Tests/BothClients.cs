using Azure.Core;
using Microsoft.Graph;
using PresenceClient.Emulator;
using PresenceClient.TestSupport;

namespace PresenceClient.MicrosoftGraph.Tests;

/// <summary>An emulated tenant on a loopback port, with this client and Microsoft's SDK as its callers.</summary>
internal sealed class BothClients : IAsyncDisposable
{
    private BothClients(PresenceEmulator emulator, AdapterUse adapter, TokenCredential credential)
    {
        Emulator = emulator;
        Sdk = emulator.ConnectSdk(credential);
        var options = new PresenceClientOptions { ApplicationId = emulator.Application.ClientId, MaxRetries = 0 };
        Client = adapter == AdapterUse.Shared
            ? new PresenceServiceClient(Sdk.RequestAdapter, options)
            : new PresenceServiceClient(credential, WithAddress(options, emulator.BaseAddress));
    }

    public PresenceEmulator Emulator { get; }

    public GraphServiceClient Sdk { get; }

    /// <summary>This client, which retries nothing here.</summary>
    public PresenceServiceClient Client { get; }

    /// <summary>The object ids of all users.</summary>
    public string[] Ids => [.. Emulator.Users.Select(user => user.Id)];

    /// <summary>Starts a tenant; both clients sign in as its application, or with <paramref name="signIn"/>.</summary>
    public static async Task<BothClients> StartAsync(
        AdapterUse adapter, int users = 20, Func<PresenceEmulator, TokenCredential>? signIn = null)
    {
        PresenceEmulator emulator = await PresenceEmulator.StartAsync(
            options => options.Users = users, TestContext.Current.CancellationToken);
        return new BothClients(emulator, adapter, signIn?.Invoke(emulator) ?? emulator.CreateCredential());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Sdk.Dispose();
        await Emulator.DisposeAsync();
    }

    private static PresenceClientOptions WithAddress(PresenceClientOptions options, Uri address)
    {
        options.BaseAddress = address;
        return options;
    }
}
