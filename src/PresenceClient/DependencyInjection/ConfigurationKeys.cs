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

    public static SectionKeys<PresenceLoaderOptions> Loader { get; } =
        new SectionKeys<PresenceLoaderOptions>()
            .Duration(nameof(PresenceLoaderOptions.MaxAge), (o, v) => o.MaxAge = v)
            .Count(nameof(PresenceLoaderOptions.Capacity), (o, v) => o.Capacity = v)
            .Duration(nameof(PresenceLoaderOptions.MaxGatherTime), (o, v) => o.MaxGatherTime = v);

    public static SectionKeys<SectionTarget> Section { get; } =
        new SectionKeys<SectionTarget>()
            .Text(nameof(PresenceClientOptions.ApplicationId), (o, v) => o.Client.ApplicationId = v)
            .Choice<GraphCloud>(nameof(PresenceClientOptions.Cloud), (o, v) => o.Client.Cloud = v)
            .Address(nameof(PresenceClientOptions.BaseAddress), (o, v) => o.Client.BaseAddress = v)
            .Duration(nameof(PresenceClientOptions.AttemptTimeout), (o, v) => o.Client.AttemptTimeout = v)
            .Duration(nameof(PresenceClientOptions.TotalTimeout), (o, v) => o.Client.TotalTimeout = v)
            .Duration(nameof(PresenceClientOptions.SignInTimeout), (o, v) => o.Client.SignInTimeout = v)
            .Count(nameof(PresenceClientOptions.MaxRetries), (o, v) => o.Client.MaxRetries = v)
            .Duration(nameof(PresenceClientOptions.MaxRetryAfter), (o, v) => o.Client.MaxRetryAfter = v)
            .Switch(nameof(PresenceClientOptions.WaitWhenThrottled), (o, v) => o.Client.WaitWhenThrottled = v)
            .Limit(nameof(PresenceClientOptions.MaxRequestsPer30Seconds),
                (o, v) => o.Client.MaxRequestsPer30Seconds = v)
            .Part(nameof(PresenceClientOptions.Credential), o => o.Client.Credential ??= new(), Credential)
            .Part(nameof(SectionTarget.Loader), o => o.Loader, Loader);
}
