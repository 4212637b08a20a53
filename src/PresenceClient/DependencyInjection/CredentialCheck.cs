using System.Security.Cryptography.X509Certificates;
using PresenceClient.Http;

namespace PresenceClient.DependencyInjection;

/// <summary>The rules of <see cref="PresenceCredentialOptions"/>: what each kind needs, and what it can have.</summary>
internal static class CredentialCheck
{
    // A value that is set, and what it is called; secrets are never more than that.
    private static readonly (string Name, Func<PresenceCredentialOptions, object?> Get)[] Values =
    [
        (nameof(PresenceCredentialOptions.TenantId), o => o.TenantId),
        (nameof(PresenceCredentialOptions.ClientId), o => o.ClientId),
        (nameof(PresenceCredentialOptions.ClientSecret), o => o.ClientSecret),
        (nameof(PresenceCredentialOptions.TokenFilePath), o => o.TokenFilePath),
        (nameof(PresenceCredentialOptions.AuthorityHost), o => o.AuthorityHost),
        (nameof(PresenceCredentialOptions.CertificatePath), o => o.CertificatePath),
        (nameof(PresenceCredentialOptions.CertificatePassword), o => o.CertificatePassword),
        (nameof(PresenceCredentialOptions.CertificateThumbprint), o => o.CertificateThumbprint),
        (nameof(PresenceCredentialOptions.CertificateSubject), o => o.CertificateSubject),
        (nameof(PresenceCredentialOptions.CertificateStoreName), o => o.CertificateStoreName),
        (nameof(PresenceCredentialOptions.CertificateStoreLocation), o => o.CertificateStoreLocation),
    ];

    /// <summary>The rules that are broken; where none is, the certificate is looked for too.</summary>
    public static IReadOnlyList<OptionFault> Faults(PresenceCredentialOptions options)
    {
        if (options.Kind is not { } kind || !Enum.IsDefined(kind))
        {
            return
            [
                Wrong(nameof(options.Kind), options.Kind?.ToString() ?? "nothing",
                    $"is no kind of credential; the kinds are {Kinds}"),
            ];
        }

        List<OptionFault> faults = [.. OfTheKind(options, kind), .. OfTheValues(options)];
        if (kind == PresenceCredentialKind.ClientCertificate && faults.Count == 0)
        {
            faults.AddRange(CertificateSource.Find(options, out X509Certificate2? certificate) is { } fault
                ? [fault]
                : []);
            certificate?.Dispose();
        }

        return faults;
    }

    /// <summary>The names of the kinds.</summary>
    public static string Kinds { get; } = string.Join(", ", Enum.GetNames<PresenceCredentialKind>());

    private static IEnumerable<OptionFault> OfTheKind(PresenceCredentialOptions options, PresenceCredentialKind kind)
    {
        (string[] needed, string[] optional) = ValuesOf(options, kind);
        foreach ((string name, Func<PresenceCredentialOptions, object?> get) in Values)
        {
            object? value = get(options);
            bool isSet = value is not (null or "");
            if (isSet && !needed.Contains(name) && !optional.Contains(name))
            {
                string[] chosen = [kind.ToString(), .. needed];
                yield return Wrong(name, "a value",
                    $"is set that does not go with {string.Join(", ", chosen)}; remove it");
            }

            if (!isSet && needed.Contains(name))
            {
                yield return Wrong(name, "nothing", $"is set, and {kind} needs it");
            }
            else if (value is "")
            {
                yield return Wrong(name, "an empty text", "is set; give a value, or leave it out");
            }
        }
    }

    private static IEnumerable<OptionFault> OfTheValues(PresenceCredentialOptions options)
    {
        if (options.TenantId?.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') == false)
        {
            yield return Wrong(nameof(options.TenantId), options.TenantId,
                "is no tenant; give its id or domain, such as contoso.com");
        }

        if (options.ClientId is { Length: > 0 } id && !GuidText.IsGuid(id))
        {
            yield return Wrong(nameof(options.ClientId), id, "is no GUID; give the application's client id");
        }

        if (options.AuthorityHost is { } address && address is not { IsAbsoluteUri: true, Scheme: "https" })
        {
            yield return Wrong(nameof(options.AuthorityHost), GraphEndpoint.Printable(address),
                "is no https address; give one such as https://login.microsoftonline.com");
        }
    }

    private static (string[] Needed, string[] Optional) ValuesOf(
        PresenceCredentialOptions options, PresenceCredentialKind kind)
    {
        const string Tenant = nameof(options.TenantId);
        const string Client = nameof(options.ClientId);
        const string Authority = nameof(options.AuthorityHost);
        return kind switch
        {
            PresenceCredentialKind.ClientSecret => ([Tenant, Client, nameof(options.ClientSecret)], [Authority]),
            PresenceCredentialKind.ClientCertificate => Certificate(options, [Tenant, Client], Authority),
            PresenceCredentialKind.ManagedIdentity => ([], [Client]),
            PresenceCredentialKind.WorkloadIdentity =>
                ([], [Tenant, Client, Authority, nameof(options.TokenFilePath)]),
            PresenceCredentialKind.AzureCli => ([], [Tenant]),
            PresenceCredentialKind.Default => ([], [Tenant, Client, Authority]),
            _ => ([Client], [Tenant, Authority]),
        };
    }

    // A file or a store: what is not the one that was chosen does not go with it.
    private static (string[] Needed, string[] Optional) Certificate(
        PresenceCredentialOptions options, string[] application, string authority)
    {
        string[] ofStore = [authority, nameof(options.CertificateStoreName), nameof(options.CertificateStoreLocation)];
        return options switch
        {
            { CertificateThumbprint: not null, CertificatePath: null } =>
                ([.. application, nameof(options.CertificateThumbprint)], ofStore),
            { CertificateSubject: not null, CertificatePath: null } =>
                ([.. application, nameof(options.CertificateSubject)], ofStore),
            _ => ([.. application, nameof(options.CertificatePath)],
                [authority, nameof(options.CertificatePassword)]),
        };
    }

    private static OptionFault Wrong(string option, string value, string fault) =>
        new($"{nameof(PresenceClientOptions.Credential)}:{option}", value, fault);
}
