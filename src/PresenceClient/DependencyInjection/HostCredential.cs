using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using PresenceClient.Http;

namespace PresenceClient.DependencyInjection;

/// <summary>
/// The credential of a host's client: the container's for the client's key, or else the container's without a key, or
/// else the configured one. A test of a host can therefore register its own, and needs no secret.
/// </summary>
/// <param name="provider">The container.</param>
/// <param name="services">The registrations, because the container has no API for lifetimes.</param>
/// <param name="key">The client's key.</param>
internal sealed class HostCredential(IServiceProvider provider, IServiceCollection services, string? key) : IDisposable
{
    // Shared by the validator and the client, so that a certificate is loaded once.
    private readonly Lazy<CredentialFactory> _configured =
        new(() => new CredentialFactory(provider.OptionsOf<PresenceCredentialOptions>(key)));

    /// <summary>Gets the errors of the configured credential, if it is used.</summary>
    public IReadOnlyList<OptionFault> Faults => IsInContainer() ? [] : _configured.Value.Faults;

    /// <summary>Gets whether the container's credential is scoped. The client outlives a scope.</summary>
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

        // The cloud of a known address takes precedence, as for requests.
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
