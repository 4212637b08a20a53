using Azure.Core;

namespace PresenceClient.Cli;

/// <summary>The organization whose presences are read or set: its name, how to sign in, and the client.</summary>
/// <param name="name">The name.</param>
/// <param name="credential">How to sign in.</param>
/// <param name="options">How to reach the service.</param>
/// <param name="server">The server in this process, if there is one; disposed with the organization.</param>
internal sealed class Organization(
    string name, TokenCredential credential, PresenceClientOptions options, IAsyncDisposable? server = null)
    : IAsyncDisposable
{
    public string Name => name;

    public TokenCredential Credential => credential;

    public PresenceServiceClient Client { get; } = new(credential, options);

    public static async Task<Organization> ConnectAsync(Target target, CancellationToken stop) =>
        target.SignIn is { } signIn
            ? MicrosoftOrganization.Connect(signIn)
            : await EmulatedOrganization.StartAsync(target, stop);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }
}
