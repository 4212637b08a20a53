using Azure.Core;
using PresenceClient;

namespace CallStatusSync;

/// <summary>The tenant whose presences are written.</summary>
/// <param name="name">How to call it.</param>
/// <param name="credential">How to sign in.</param>
/// <param name="options">How to reach the service; with the application id, which names the sessions.</param>
internal sealed class SyncTenant(string name, TokenCredential credential, PresenceClientOptions options)
    : IAsyncDisposable
{
    public string Name => name;

    public PresenceServiceClient Client { get; } = new(credential, options);

    /// <summary>How long to wait before a presence that does not show is explained.</summary>
    /// <value>Default: 2 minutes, because Graph can show a write minutes later.</value>
    public TimeSpan VisibleAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The server in this process, if there is one; disposed with the tenant.</summary>
    public IAsyncDisposable? Server { get; init; }

    /// <summary>Describes what the server did; null if it is not in this process.</summary>
    public Func<string>? Summary { get; init; }

    public static async Task<SyncTenant> ConnectAsync(SyncOptions options, CancellationToken stop) =>
        options.SignIn is { } signIn ? Connect(signIn) : await EmulatedTenant.StartAsync(options, stop);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (Server is not null)
        {
            await Server.DisposeAsync();
        }
    }

    private static SyncTenant Connect(PresenceCredentialOptions signIn)
    {
        try
        {
            return new SyncTenant(
                $"tenant {signIn.TenantId}",
                signIn.CreateCredential(),
                new PresenceClientOptions { ApplicationId = signIn.ClientId });
        }
        catch (InvalidOperationException e)
        {
            throw new SyncException(InArguments(e.Message), e);
        }
    }

    // The message names options of the client. The user knows the arguments.
    private static string InArguments(string message) => message
        .Replace($"{nameof(PresenceCredentialOptions)}.", "", StringComparison.Ordinal)
        .Replace(nameof(PresenceCredentialOptions.TenantId), "--tenant", StringComparison.Ordinal)
        .Replace(nameof(PresenceCredentialOptions.ClientId), "--client-id", StringComparison.Ordinal)
        .Replace(
            nameof(PresenceCredentialOptions.CertificatePassword),
            SyncArguments.PasswordVariable,
            StringComparison.Ordinal)
        .Replace(nameof(PresenceCredentialOptions.CertificatePath), "--certificate", StringComparison.Ordinal);
}
