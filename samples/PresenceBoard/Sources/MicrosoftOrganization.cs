using System.Diagnostics.CodeAnalysis;
using Azure.Core;
using Azure.Identity;
using PresenceClient;

namespace PresenceBoard;

/// <summary>A tenant of Microsoft's service, with the sign-in that the user chose.</summary>
internal static class MicrosoftOrganization
{
    public static Organization Connect(SignIn signIn) =>
        new(signIn.Tenant, Credential(signIn), new PresenceClientOptions());

    [SuppressMessage("Reliability", "CA2000", Justification = "The credential uses the certificate until the end.")]
    private static TokenCredential Credential(SignIn signIn)
    {
        if (signIn.Interactive)
        {
            return new InteractiveBrowserCredential(new InteractiveBrowserCredentialOptions
            {
                TenantId = signIn.Tenant,
                ClientId = signIn.ClientId,
            });
        }

        return signIn.CertificateFile is { } file
            ? new ClientCertificateCredential(
                signIn.Tenant, signIn.ClientId, CertificateFile.Read(file, signIn.CertificatePassword))
            : new ClientSecretCredential(signIn.Tenant, signIn.ClientId, signIn.ClientSecret);
    }
}
