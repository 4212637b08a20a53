namespace PresenceClient;

/// <summary>
/// Validates <see cref="PresenceCredentialOptions"/>: the options that each kind requires and allows.
/// </summary>
internal static class CredentialCheck
{
    private const string Part = "Credential:";

    // Names for any tenant. Entra ID signs an application in to one tenant.
    private static readonly string[] SharedTenants = ["common", "organizations", "consumers"];

    /// <summary>Returns the errors in the values, without looking for a certificate.</summary>
    public static IReadOnlyList<OptionFault> Faults(PresenceCredentialOptions options) => options.Kind switch
    {
        null =>
        [
            Wrong(nameof(options.Kind),
                $"No sign-in is configured. Set Kind to {Choices.Of<PresenceCredentialKind>()}, or register an "
                    + "Azure.Core.TokenCredential in the container."),
        ],
        { } kind when Enum.IsDefined(kind) => [.. OfTheKind(options, kind), .. OfTheValues(options, kind)],
        { } kind =>
        [
            Wrong(nameof(options.Kind), $"{kind} is not a kind of credential. Use "
                + $"{Choices.Of<PresenceCredentialKind>()}."),
        ],
    };

    public static OptionFault Wrong(string option, string text) => new(Part + option, text);

    private static IEnumerable<OptionFault> OfTheKind(PresenceCredentialOptions options, PresenceCredentialKind kind)
    {
        (string[] required, string[] optional) = OptionsOf(kind, options);
        foreach ((string name, object? value) in Values(options))
        {
            bool isRequired = required.Contains(name);
            if (value is string text && string.IsNullOrWhiteSpace(text))
            {
                yield return Wrong(name, "The value is empty. Set it, or remove the option.");
            }
            else if (value is null && isRequired)
            {
                yield return Wrong(name, $"The value is missing. {kind} requires it.");
            }
            else if (value is not null && !isRequired && !optional.Contains(name))
            {
                string? place = IsOfACertificate(name) ? Array.Find(required, IsOfACertificate) : null;
                yield return Wrong(name, $"{name} cannot be combined with {place ?? $"{kind}"}. Remove it.");
            }
        }
    }

    private static IEnumerable<OptionFault> OfTheValues(PresenceCredentialOptions options, PresenceCredentialKind kind)
    {
        bool isApplication = kind is PresenceCredentialKind.ClientSecret or PresenceCredentialKind.ClientCertificate
            or PresenceCredentialKind.WorkloadIdentity;
        if (IsSet(options.TenantId) && !options.TenantId.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-'))
        {
            yield return Wrong(nameof(options.TenantId),
                "The value is not a tenant. Use the tenant's ID or a domain name, for example contoso.com.");
        }
        else if (isApplication && SharedTenants.Contains(options.TenantId, StringComparer.OrdinalIgnoreCase))
        {
            yield return Wrong(nameof(options.TenantId), "The value stands for many tenants. An application signs in "
                + "to one tenant. Use the tenant's ID or a domain name, for example contoso.com.");
        }

        if (IsSet(options.ClientId) && !GuidText.IsGuid(options.ClientId))
        {
            yield return Wrong(
                nameof(options.ClientId), "The value is not a GUID. Use the application (client) ID.");
        }

        if (options.AuthorityHost is not (null or { IsAbsoluteUri: true, Scheme: "https", UserInfo: "" }))
        {
            yield return Wrong(nameof(options.AuthorityHost), "The value is not an https address, or contains a user "
                + "name. Use an address, for example https://login.microsoftonline.com.");
        }
    }

    private static (string Name, object? Value)[] Values(PresenceCredentialOptions options) =>
    [
        (nameof(options.TenantId), options.TenantId),
        (nameof(options.ClientId), options.ClientId),
        (nameof(options.ClientSecret), options.ClientSecret),
        (nameof(options.TokenFilePath), options.TokenFilePath),
        (nameof(options.AuthorityHost), options.AuthorityHost),
        (nameof(options.CertificatePath), options.CertificatePath),
        (nameof(options.CertificatePassword), options.CertificatePassword),
        (nameof(options.CertificateThumbprint), options.CertificateThumbprint),
        (nameof(options.CertificateSubject), options.CertificateSubject),
        (nameof(options.CertificateStoreName), options.CertificateStoreName),
        (nameof(options.CertificateStoreLocation), options.CertificateStoreLocation),
    ];

    private static (string[] Required, string[] Optional) OptionsOf(
        PresenceCredentialKind kind, PresenceCredentialOptions options)
    {
        const string Tenant = nameof(options.TenantId);
        const string Client = nameof(options.ClientId);
        const string Authority = nameof(options.AuthorityHost);
        string[] ofAFile = [Authority, nameof(options.CertificatePassword)];
        string[] ofAStore = [Authority, nameof(options.CertificateStoreName), nameof(options.CertificateStoreLocation)];
        return kind switch
        {
            PresenceCredentialKind.ClientSecret => ([Tenant, Client, nameof(options.ClientSecret)], [Authority]),
            PresenceCredentialKind.ClientCertificate => CertificateSource.OptionOf(options) switch
            {
                nameof(options.CertificatePath) and var file => ([Tenant, Client, file], ofAFile),
                var search => ([Tenant, Client, search], ofAStore),
            },
            PresenceCredentialKind.ManagedIdentity => ([], [Client]),
            PresenceCredentialKind.WorkloadIdentity =>
                ([], [Tenant, Client, Authority, nameof(options.TokenFilePath)]),
            PresenceCredentialKind.AzureCli => ([], [Tenant]),
            PresenceCredentialKind.Default => ([], [Tenant, Client, Authority]),
            _ => ([Client], [Tenant, Authority]),
        };
    }

    private static bool IsOfACertificate(string option) => option.StartsWith("Certificate", StringComparison.Ordinal);

    private static bool IsSet([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? text) =>
        !string.IsNullOrWhiteSpace(text);
}
