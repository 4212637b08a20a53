using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using PresenceClient.Http;

namespace PresenceClient.DependencyInjection;

/// <summary>
/// The credential of a host's client: the container's, of the client's key first, or the configured one. So a test of a
/// host needs no secret and no certificate.
/// </summary>
/// <param name="provider">The container.</param>
/// <param name="services">What was registered: the container itself does not say how long a service lives.</param>
/// <param name="key">The client's key.</param>
internal sealed class HostCredential(IServiceProvider provider, IServiceCollection services, string? key) : IDisposable
{
    // Shared by the validator and the client, so that a certificate is loaded once.
    private readonly Lazy<CredentialFactory> _configured =
        new(() => new CredentialFactory(provider.OptionsOf<PresenceCredentialOptions>(key)));

    /// <summary>Gets what is wrong with the configured credential, where it is used.</summary>
    public IReadOnlyList<OptionFault> Faults => IsInContainer() ? [] : _configured.Value.Faults;

    /// <summary>Gets whether the container's credential belongs to a scope, which the client outlives.</summary>
    public bool IsScoped
    {
        get
        {
            object?[] keys = key is null ? [null] : [key, KeyedService.AnyKey, null];
            return keys.Select(k => services.LifetimeOf(typeof(TokenCredential), k)).OfType<ServiceLifetime>()
                .FirstOrDefault(ServiceLifetime.Singleton) == ServiceLifetime.Scoped;
        }
    }

    /// <summary>Returns the credential for valid options.</summary>
    public TokenCredential Resolve(PresenceClientOptions options) =>
        (key is null ? null : provider.GetKeyedService<TokenCredential>(key))
        ?? provider.GetService<TokenCredential>()

        // An address of a known cloud decides over the option, as it does for the requests.
        ?? _configured.Value.Create(GraphEndpoint.Create(options.BaseAddress, options.Cloud).Cloud);

    public void Dispose()
    {
        if (_configured.IsValueCreated)
        {
            _configured.Value.Dispose();
        }
    }

    private bool IsInContainer()
    {
        IServiceProviderIsKeyedService registered = provider.GetRequiredService<IServiceProviderIsKeyedService>();
        return (key is not null && registered.IsKeyedService(typeof(TokenCredential), key))
            || registered.IsService(typeof(TokenCredential));
    }
}
