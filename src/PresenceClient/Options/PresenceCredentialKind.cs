using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>
/// The ways to sign in that a configuration can name, each a credential of Azure.Identity. Those of an application
/// reach what has an application permission; those of a person reach <c>/me</c> and write that person's presence alone.
/// </summary>
/// <remarks>
/// Source: <see href="https://learn.microsoft.com/dotnet/api/overview/azure/identity-readme">Azure Identity</see>.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PresenceCredentialKind>))]
public enum PresenceCredentialKind
{
    /// <summary>
    /// An application with a secret. Needs TenantId, ClientId and ClientSecret.
    /// </summary>
    ClientSecret = 0,

    /// <summary>
    /// An application with a certificate. Needs TenantId, ClientId, and either CertificatePath or one of
    /// CertificateThumbprint and CertificateSubject.
    /// </summary>
    ClientCertificate,

    /// <summary>
    /// The managed identity of a resource in Azure: the system-assigned one, or the user-assigned one of ClientId.
    /// </summary>
    ManagedIdentity,

    /// <summary>
    /// A workload identity in Kubernetes. TenantId, ClientId and TokenFilePath are those that its webhook puts into the
    /// environment, unless they are set.
    /// </summary>
    WorkloadIdentity,

    /// <summary>A person, in a browser on this machine. Needs ClientId; TenantId is optional.</summary>
    InteractiveBrowser,

    /// <summary>
    /// A person, in a browser anywhere. Needs ClientId; TenantId is optional. The code is written to the console: in a
    /// log, anyone who reads it could pass it on.
    /// </summary>
    DeviceCode,

    /// <summary>Whoever is signed in to the Azure CLI, for development. TenantId is optional.</summary>
    AzureCli,

    /// <summary>
    /// The first that works of Azure.Identity's usual chain. TenantId and ClientId (of a managed or workload identity)
    /// are optional.
    /// </summary>
    Default,
}
