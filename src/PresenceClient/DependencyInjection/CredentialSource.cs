using Azure.Core;
using Microsoft.Extensions.DependencyInjection;

namespace PresenceClient.DependencyInjection;

/// <summary>Where a host's client has its credential from: the container (by key first), or the options.</summary>
internal static class CredentialSource
{
    public static bool IsInContainer(IServiceProviderIsKeyedService services, string? key) =>
        (key is not null && services.IsKeyedService(typeof(TokenCredential), key))
        || services.IsService(typeof(TokenCredential));

    public static TokenCredential Resolve(IServiceProvider provider, string? key, PresenceClientOptions options) =>
        (key is null ? null : provider.GetKeyedService<TokenCredential>(key))
        ?? provider.GetService<TokenCredential>()
        ?? CredentialFactory.Create(options);
}
