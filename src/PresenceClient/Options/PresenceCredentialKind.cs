using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>
/// The kinds of credential in a configuration, all of Azure.Identity. An application uses application permissions. A
/// person uses delegated permissions, which <c>/me</c> requires, and can write only their own presence.
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
    /// CertificateThumbprint and CertificateSubject. The certificate must have an RSA key.
    /// </summary>
    ClientCertificate,

    /// <summary>
    /// The managed identity of an Azure resource: the system-assigned one, or the user-assigned one with the given
    /// ClientId.
    /// </summary>
    ManagedIdentity,

    /// <summary>
    /// A workload identity in Kubernetes. TenantId, ClientId and TokenFilePath are optional, because its webhook sets
    /// them as environment variables.
    /// </summary>
    WorkloadIdentity,

    /// <summary>A person, in a browser on this machine. Requires ClientId; TenantId is optional.</summary>
    InteractiveBrowser,

    /// <summary>
    /// A person, in a browser on any device. Requires ClientId; TenantId is optional. The code is written to the
    /// console, not to a log, because anyone who can read it can use it.
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
