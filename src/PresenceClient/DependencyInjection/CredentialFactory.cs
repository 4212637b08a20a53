using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;
using PresenceClient.Http;

namespace PresenceClient.DependencyInjection;

/// <summary>Makes the credential that checked options describe.</summary>
internal static class CredentialFactory
{
    [SuppressMessage("Reliability", "CA2000", Justification = "The credential keeps the certificate.")]
    public static TokenCredential Create(PresenceClientOptions client)
    {
        PresenceCredentialOptions options = client.Credential!;
        Uri authority = options.AuthorityHost ?? AuthorityOf(client);
        return options.Kind switch
        {
            PresenceCredentialKind.ClientSecret => new ClientSecretCredential(options.TenantId, options.ClientId,
                options.ClientSecret, new ClientSecretCredentialOptions { AuthorityHost = authority }),
            PresenceCredentialKind.ClientCertificate => new ClientCertificateCredential(options.TenantId,
                options.ClientId, Certificate(options), new ClientCertificateCredentialOptions
                {
                    AuthorityHost = authority,
                }),
            PresenceCredentialKind.ManagedIdentity => new ManagedIdentityCredential(options.ClientId is { } id
                ? ManagedIdentityId.FromUserAssignedClientId(id)
                : ManagedIdentityId.SystemAssigned),
            PresenceCredentialKind.WorkloadIdentity => WorkloadIdentity(options, authority),
            PresenceCredentialKind.InteractiveBrowser => new InteractiveBrowserCredential(
                new InteractiveBrowserCredentialOptions
                {
                    TenantId = options.TenantId,
                    ClientId = options.ClientId,
                    AuthorityHost = authority,
                }),
            PresenceCredentialKind.DeviceCode => new DeviceCodeCredential(new DeviceCodeCredentialOptions
            {
                TenantId = options.TenantId,
                ClientId = options.ClientId,
                AuthorityHost = authority,
            }),
            PresenceCredentialKind.AzureCli => new AzureCliCredential(
                new AzureCliCredentialOptions { TenantId = options.TenantId }),
            PresenceCredentialKind.Default => Default(options, authority),
            _ => throw new UnreachableException("The options were checked for a known kind."),
        };
    }

    // An address of a known cloud decides over the option, as it does for the requests.
    private static Uri AuthorityOf(PresenceClientOptions client) =>
        GraphEndpoint.Create(client.BaseAddress, client.Cloud, nameof(client.BaseAddress)).Cloud == GraphCloud.Global
            ? AzureAuthorityHosts.AzurePublicCloud
            : AzureAuthorityHosts.AzureGovernment;

    private static X509Certificate2 Certificate(PresenceCredentialOptions options) =>
        CertificateSource.Find(options, out X509Certificate2? certificate) is { } fault
            ? throw new InvalidOperationException($"{fault.Option}: {fault.Value} {fault.Fault}.")
            : certificate!;

    // The environment's values are the defaults of these two; null would take them away.
    private static WorkloadIdentityCredential WorkloadIdentity(PresenceCredentialOptions options, Uri authority)
    {
        WorkloadIdentityCredentialOptions identity = new() { AuthorityHost = authority };
        identity.TenantId = options.TenantId ?? identity.TenantId;
        identity.ClientId = options.ClientId ?? identity.ClientId;
        identity.TokenFilePath = options.TokenFilePath ?? identity.TokenFilePath;
        return new WorkloadIdentityCredential(identity);
    }

    private static DefaultAzureCredential Default(PresenceCredentialOptions options, Uri authority)
    {
        DefaultAzureCredentialOptions chain = new() { AuthorityHost = authority };
        chain.TenantId = options.TenantId ?? chain.TenantId;
        chain.ManagedIdentityClientId = options.ClientId ?? chain.ManagedIdentityClientId;
        chain.WorkloadIdentityClientId = options.ClientId ?? chain.WorkloadIdentityClientId;
        return new DefaultAzureCredential(chain);
    }
}
