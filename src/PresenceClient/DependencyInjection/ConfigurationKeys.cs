using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using static PresenceClient.DependencyInjection.ConfigurationKey;
using Client = PresenceClient.PresenceClientOptions;
using Credential = PresenceClient.PresenceCredentialOptions;
using Loader = PresenceClient.PresenceLoaderOptions;

namespace PresenceClient.DependencyInjection;

/// <summary>The keys of a client's section. Options that are objects (a handler, a clock) have no key.</summary>
internal static class ConfigurationKeys
{
    private static readonly ConfigurationKey[] Keys =
    [
        Text(nameof(Client.ApplicationId), (Client o, string v) => o.ApplicationId = v),
        Choice(nameof(Client.Cloud), (Client o, GraphCloud v) => o.Cloud = v),
        Address(nameof(Client.BaseAddress), (Client o, Uri v) => o.BaseAddress = v),
        Duration(nameof(Client.AttemptTimeout), (Client o, TimeSpan v) => o.AttemptTimeout = v),
        Duration(nameof(Client.TotalTimeout), (Client o, TimeSpan v) => o.TotalTimeout = v),
        Duration(nameof(Client.SignInTimeout), (Client o, TimeSpan v) => o.SignInTimeout = v),
        Count(nameof(Client.MaxRetries), (Client o, int v) => o.MaxRetries = v),
        Duration(nameof(Client.MaxRetryAfter), (Client o, TimeSpan v) => o.MaxRetryAfter = v),
        Switch(nameof(Client.WaitWhenThrottled), (Client o, bool v) => o.WaitWhenThrottled = v),
        Limit(nameof(Client.MaxRequestsPer30Seconds), (Client o, int? v) => o.MaxRequestsPer30Seconds = v),
        .. Part(nameof(Credential),
            Choice(nameof(Credential.Kind), (Credential o, PresenceCredentialKind v) => o.Kind = v),
            Text(nameof(Credential.TenantId), (Credential o, string v) => o.TenantId = v),
            Text(nameof(Credential.ClientId), (Credential o, string v) => o.ClientId = v),
            Text(nameof(Credential.ClientSecret), (Credential o, string v) => o.ClientSecret = v),
            Text(nameof(Credential.TokenFilePath), (Credential o, string v) => o.TokenFilePath = v),
            Address(nameof(Credential.AuthorityHost), (Credential o, Uri v) => o.AuthorityHost = v),
            Text(nameof(Credential.CertificatePath), (Credential o, string v) => o.CertificatePath = v),
            Text(nameof(Credential.CertificatePassword), (Credential o, string v) => o.CertificatePassword = v),
            Text(nameof(Credential.CertificateThumbprint), (Credential o, string v) => o.CertificateThumbprint = v),
            Text(nameof(Credential.CertificateSubject), (Credential o, string v) => o.CertificateSubject = v),
            Text(nameof(Credential.CertificateStoreName), (Credential o, string v) => o.CertificateStoreName = v),
            Choice(nameof(Credential.CertificateStoreLocation),
                (Credential o, StoreLocation v) => o.CertificateStoreLocation = v)),
        .. Part(nameof(Loader),
            Duration(nameof(Loader.MaxAge), (Loader o, TimeSpan v) => o.MaxAge = v),
            Count(nameof(Loader.Capacity), (Loader o, int v) => o.Capacity = v),
            Duration(nameof(Loader.MaxGatherTime), (Loader o, TimeSpan v) => o.MaxGatherTime = v)),
    ];

    /// <summary>Gets the keys by the options that they set, ignoring case.</summary>
    public static IReadOnlyDictionary<string, ConfigurationKey> All { get; } =
        Keys.ToDictionary(k => k.Option, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the names of the keys in a part of the section; an empty path is the section itself.</summary>
    public static IReadOnlyList<string> NamesIn(string path)
    {
        string prefix = path.Length == 0 ? "" : ConfigurationPath.Combine(path, "");
        return
        [
            .. Keys.Where(k => k.Option.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                .Select(k => k.Option[prefix.Length..].Split(ConfigurationPath.KeyDelimiter)[0]).Distinct(),
        ];
    }

    private static IEnumerable<ConfigurationKey> Part(string name, params ConfigurationKey[] keys) =>
        keys.Select(k => k with { Option = ConfigurationPath.Combine(name, k.Option) });
}
