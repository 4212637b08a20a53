using Azure.Core;
using PresenceClient;

namespace PresenceBoard;

/// <summary>The organization whose presences are read: its name, and the client.</summary>
/// <param name="name">The name.</param>
/// <param name="credential">How to sign in.</param>
/// <param name="options">How to reach the service.</param>
/// <param name="server">The server in this process, if there is one; disposed with the organization.</param>
internal sealed class Organization(
    string name, TokenCredential credential, PresenceClientOptions options, IAsyncDisposable? server = null)
    : IAsyncDisposable
{
    public string Name => name;

    public PresenceServiceClient Client { get; } = new(credential, options);

    public static async Task<Organization> ConnectAsync(BoardOptions options, CancellationToken stop) =>
        options.SignIn is { } signIn
            ? MicrosoftOrganization.Connect(signIn)
            : await EmulatedOrganization.StartAsync(options, stop);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }
}
