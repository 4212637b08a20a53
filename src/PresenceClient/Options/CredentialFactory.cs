using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;

namespace PresenceClient;

/// <summary>
/// Validates credential options and loads their certificate, once, and creates the credential.
/// </summary>
internal sealed class CredentialFactory : IDisposable
{
    private readonly PresenceCredentialOptions _options;
    private readonly (X509Certificate2 Certificate, bool HasChain)? _certificate;

    public CredentialFactory(PresenceCredentialOptions options)
    {
        _options = options;
        Faults = CredentialCheck.Faults(options);
        if (Faults.Count == 0 && options.Kind == PresenceCredentialKind.ClientCertificate
            && CertificateSource.Load(options, out _certificate) is { } fault)
        {
            Faults = [fault];
        }
    }

    /// <summary>Gets the errors in the options. Without an error, the credential can be created.</summary>
    public IReadOnlyList<OptionFault> Faults { get; }

    /// <summary>Creates the credential, which uses the certificate until this is disposed.</summary>
    /// <param name="cloud">The cloud to sign in to, unless the options have an address.</param>
    public TokenCredential Create(GraphCloud cloud)
    {
        Uri authority = _options.AuthorityHost ?? (cloud == GraphCloud.Global
            ? AzureAuthorityHosts.AzurePublicCloud
            : AzureAuthorityHosts.AzureGovernment);

        // Discovery asks Microsoft whether it knows a host, and Microsoft knows no loopback address.
        bool isLocal = authority.IsLoopback;
        return _options.Kind switch
        {
            PresenceCredentialKind.ClientSecret => new ClientSecretCredential(_options.TenantId, _options.ClientId,
                _options.ClientSecret,
                new ClientSecretCredentialOptions { DisableInstanceDiscovery = isLocal }.At(authority)),
            PresenceCredentialKind.ClientCertificate => new ClientCertificateCredential(_options.TenantId,
                _options.ClientId, _certificate!.Value.Certificate, new ClientCertificateCredentialOptions
                {
                    DisableInstanceDiscovery = isLocal,
                    SendCertificateChain = _certificate.Value.HasChain,
                }.At(authority)),
            PresenceCredentialKind.ManagedIdentity => new ManagedIdentityCredential(_options.ClientId is { } id
                ? ManagedIdentityId.FromUserAssignedClientId(id)
                : ManagedIdentityId.SystemAssigned),
            PresenceCredentialKind.WorkloadIdentity => WorkloadIdentity(_options, authority),
            PresenceCredentialKind.InteractiveBrowser => new InteractiveBrowserCredential(
                new InteractiveBrowserCredentialOptions
                {
                    TenantId = _options.TenantId,
                    ClientId = _options.ClientId,
                    DisableInstanceDiscovery = isLocal,
                }.At(authority)),
            PresenceCredentialKind.DeviceCode => new DeviceCodeCredential(new DeviceCodeCredentialOptions
            {
                TenantId = _options.TenantId,
                ClientId = _options.ClientId,
                DisableInstanceDiscovery = isLocal,
            }.At(authority)),
            PresenceCredentialKind.AzureCli => new AzureCliCredential(
                new AzureCliCredentialOptions { TenantId = _options.TenantId }),
            PresenceCredentialKind.Default => Default(_options, authority),
            _ => throw new UnreachableException("The options were checked for a known kind."),
        };
    }

    public void Dispose() => _certificate?.Certificate.Dispose();

    // Environment variables set the defaults of these two, and null would remove them.
    private static WorkloadIdentityCredential WorkloadIdentity(PresenceCredentialOptions options, Uri authority)
    {
        WorkloadIdentityCredentialOptions identity =
            new WorkloadIdentityCredentialOptions { DisableInstanceDiscovery = authority.IsLoopback }.At(authority);
        identity.TenantId = options.TenantId ?? identity.TenantId;
        identity.ClientId = options.ClientId ?? identity.ClientId;
        identity.TokenFilePath = options.TokenFilePath ?? identity.TokenFilePath;
        return new WorkloadIdentityCredential(identity);
    }

    private static DefaultAzureCredential Default(PresenceCredentialOptions options, Uri authority)
    {
        DefaultAzureCredentialOptions chain =
            new DefaultAzureCredentialOptions { DisableInstanceDiscovery = authority.IsLoopback }.At(authority);
        chain.TenantId = options.TenantId ?? chain.TenantId;
        chain.ManagedIdentityClientId = options.ClientId ?? chain.ManagedIdentityClientId;
        chain.WorkloadIdentityClientId = options.ClientId ?? chain.WorkloadIdentityClientId;
        return new DefaultAzureCredential(chain);
    }
}
