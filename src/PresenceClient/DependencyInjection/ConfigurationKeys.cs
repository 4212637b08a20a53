using System.Security.Cryptography.X509Certificates;

namespace PresenceClient.DependencyInjection;

/// <summary>The keys of a client's section. What a configuration cannot hold (a handler, a clock) has none.</summary>
internal static class ConfigurationKeys
{
    public static SectionKeys<PresenceCredentialOptions> Credential { get; } =
        new SectionKeys<PresenceCredentialOptions>()
            .Choice<PresenceCredentialKind>(nameof(PresenceCredentialOptions.Kind), (o, v) => o.Kind = v)
            .Text(nameof(PresenceCredentialOptions.TenantId), (o, v) => o.TenantId = v)
            .Text(nameof(PresenceCredentialOptions.ClientId), (o, v) => o.ClientId = v)
            .Text(nameof(PresenceCredentialOptions.ClientSecret), (o, v) => o.ClientSecret = v)
            .Text(nameof(PresenceCredentialOptions.TokenFilePath), (o, v) => o.TokenFilePath = v)
            .Address(nameof(PresenceCredentialOptions.AuthorityHost), (o, v) => o.AuthorityHost = v)
            .Text(nameof(PresenceCredentialOptions.CertificatePath), (o, v) => o.CertificatePath = v)
            .Text(nameof(PresenceCredentialOptions.CertificatePassword), (o, v) => o.CertificatePassword = v)
            .Text(nameof(PresenceCredentialOptions.CertificateThumbprint), (o, v) => o.CertificateThumbprint = v)
            .Text(nameof(PresenceCredentialOptions.CertificateSubject), (o, v) => o.CertificateSubject = v)
            .Text(nameof(PresenceCredentialOptions.CertificateStoreName), (o, v) => o.CertificateStoreName = v)
            .Choice<StoreLocation>(
                nameof(PresenceCredentialOptions.CertificateStoreLocation), (o, v) => o.CertificateStoreLocation = v);

    public static SectionKeys<PresenceClientOptions> Client { get; } =
        new SectionKeys<PresenceClientOptions>()
            .Text(nameof(PresenceClientOptions.ApplicationId), (o, v) => o.ApplicationId = v)
            .Choice<GraphCloud>(nameof(PresenceClientOptions.Cloud), (o, v) => o.Cloud = v)
            .Address(nameof(PresenceClientOptions.BaseAddress), (o, v) => o.BaseAddress = v)
            .Duration(nameof(PresenceClientOptions.AttemptTimeout), (o, v) => o.AttemptTimeout = v)
            .Part(nameof(PresenceClientOptions.Credential), o => o.Credential ??= new(), Credential);
}
