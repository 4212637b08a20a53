using Azure.Core;

namespace PresenceClient.Cli;

/// <summary>A tenant of Microsoft's service, with the sign-in that the user chose.</summary>
internal static class MicrosoftOrganization
{
    public static Organization Connect(SignIn signIn) =>
        new(signIn.Tenant, Credential(signIn), new PresenceClientOptions { ApplicationId = signIn.ClientId });

    private static TokenCredential Credential(SignIn signIn)
    {
        try
        {
            return signIn.ToOptions().CreateCredential();
        }
        catch (InvalidOperationException e)
        {
            throw new CliException(InArguments(e.Message, signIn), e);
        }
    }

    // The message names options of the client. The user knows the arguments.
    private static string InArguments(string message, SignIn signIn)
    {
        (string Option, string Argument)[] names =
        [
            ("PresenceCredentialOptions.", ""),
            (nameof(PresenceCredentialOptions.TenantId), "--tenant"),
            (nameof(PresenceCredentialOptions.ClientId), "--client-id"),
            (nameof(PresenceCredentialOptions.CertificatePassword), SignInArguments.PasswordVariable),
            (nameof(PresenceCredentialOptions.CertificatePath), $"--certificate {signIn.CertificateFile}"),
        ];
        return names.Aggregate(
            message, (text, name) => text.Replace(name.Option, name.Argument, StringComparison.Ordinal));
    }
}
