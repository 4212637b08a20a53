using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using PresenceClient.DependencyInjection;
using PresenceClient.Http;

namespace PresenceClient.Redis;

/// <summary>
/// Finds the cloud, tenant and application of a client, if all hosts that have the same ones see the same presences.
/// </summary>
internal static class SharingScope
{
    /// <summary>Finds the scope.</summary>
    /// <param name="provider">The container.</param>
    /// <param name="key">The key of the client.</param>
    /// <param name="fault">Why there is none.</param>
    /// <returns>The scope; null if it is not known, or if the client can be a person's.</returns>
    public static string? Find(IServiceProvider provider, string? key, out string? fault)
    {
        PresenceCredentialOptions credential = provider.OptionsOf<PresenceCredentialOptions>(key);
        PresenceClientOptions client = provider.OptionsOf<PresenceClientOptions>(key);
        IServiceProviderIsKeyedService registered = provider.GetRequiredService<IServiceProviderIsKeyedService>();
        fault = registered.IsService(typeof(TokenCredential))
            || (key is not null && registered.IsKeyedService(typeof(TokenCredential), key))
                ? "The credential comes from the container, so its tenant and its application are not known"
            : credential.Kind switch
            {
                PresenceCredentialKind.InteractiveBrowser or PresenceCredentialKind.DeviceCode =>
                    $"The credential {credential.Kind} signs in a person, and what one person may see is not for "
                    + "everybody",
                PresenceCredentialKind.AzureCli or PresenceCredentialKind.Default =>
                    $"The credential {credential.Kind} can sign in a person, and what one person may see is not for "
                    + "everybody",
                _ when credential.TenantId is null || credential.ClientId is null =>
                    "The tenant and the application of the client are not in its options",
                _ => null,
            };
        if (fault is not null)
        {
            return null;
        }

        var endpoint = GraphEndpoint.Create(client.BaseAddress, client.Cloud);
        return $"{endpoint.BaseAddress.Authority}:{credential.TenantId}:{credential.ClientId}";
    }
}
