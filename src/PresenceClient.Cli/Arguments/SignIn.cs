namespace PresenceClient.Cli;

/// <summary>How to sign in to Microsoft's service: as an application, or as a person.</summary>
internal sealed class SignIn(string tenant, string clientId)
{
    public string Tenant => tenant;

    public string ClientId => clientId;

    public string? ClientSecret { get; init; }

    public string? CertificateFile { get; init; }

    public string? CertificatePassword { get; init; }

    public bool Interactive { get; init; }

    /// <summary>Returns the options of the client's own sign-in.</summary>
    public PresenceCredentialOptions ToOptions()
    {
        var options = new PresenceCredentialOptions { TenantId = tenant, ClientId = clientId };
        if (Interactive)
        {
            options.Kind = PresenceCredentialKind.InteractiveBrowser;
        }
        else if (CertificateFile is not null)
        {
            options.Kind = PresenceCredentialKind.ClientCertificate;
            options.CertificatePath = CertificateFile;
            options.CertificatePassword = string.IsNullOrEmpty(CertificatePassword) ? null : CertificatePassword;
        }
        else
        {
            options.Kind = PresenceCredentialKind.ClientSecret;
            options.ClientSecret = ClientSecret;
        }

        return options;
    }
}
