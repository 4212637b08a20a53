namespace PresenceBoard;

/// <summary>How to sign in to Microsoft's service: as an application, or as a person.</summary>
internal sealed class SignIn(string tenant, string clientId)
{
    public string Tenant => tenant;

    public string ClientId => clientId;

    public string? ClientSecret { get; init; }

    public string? CertificateFile { get; init; }

    public string? CertificatePassword { get; init; }

    public bool Interactive { get; init; }
}
