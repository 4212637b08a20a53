using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>
/// The kinds of sign-in that a configuration can name, each a credential of Azure.Identity. An application uses
/// application permissions. A person uses delegated ones: only they reach <c>/me</c>, and they write only their own
/// presence.
/// </summary>
/// <remarks>
/// Source: <see href="https://learn.microsoft.com/dotnet/api/overview/azure/identity-readme">Azure Identity</see>.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PresenceCredentialKind>))]
public enum PresenceCredentialKind
{
    /// <summary>An application with a secret. Requires TenantId, ClientId and ClientSecret.</summary>
    ClientSecret = 0,

    /// <summary>
    /// An application with a certificate. Requires TenantId, ClientId, and either CertificatePath or one of
    /// CertificateThumbprint and CertificateSubject. The certificate has an RSA key.
    /// </summary>
    ClientCertificate,

    /// <summary>
    /// The managed identity of a resource in Azure: the system-assigned one, or the user-assigned one of ClientId.
    /// </summary>
    ManagedIdentity,

    /// <summary>
    /// A workload identity in Kubernetes. TenantId, ClientId and TokenFilePath are optional: its webhook puts them into
    /// the environment.
    /// </summary>
    WorkloadIdentity,

    /// <summary>A person, in a browser on this machine. Requires ClientId; TenantId is optional.</summary>
    InteractiveBrowser,

    /// <summary>
    /// A person, in a browser anywhere. Requires ClientId; TenantId is optional. The code is written to the
    /// console, not to a log, since anyone who reads it could use it.
    /// </summary>
    DeviceCode,

    /// <summary>The account that is signed in to the Azure CLI, for development. TenantId is optional.</summary>
    AzureCli,

    /// <summary>
    /// <c>DefaultAzureCredential</c>: the first credential of its chain that works. TenantId and ClientId (of a managed
    /// or workload identity) are optional.
    /// </summary>
    Default,
}
