using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PresenceClient;

/// <summary>Loads the certificate of an application from a file or a store.</summary>
internal static class CertificateSource
{
    private const string Rsa = "1.2.840.113549.1.1.1";

    /// <summary>Returns the option that says where the certificate is.</summary>
    public static string OptionOf(PresenceCredentialOptions options) => options switch
    {
        { CertificatePath: null, CertificateThumbprint: not null } => nameof(options.CertificateThumbprint),
        { CertificatePath: null, CertificateSubject: not null } => nameof(options.CertificateSubject),
        _ => nameof(options.CertificatePath),
    };

    /// <summary>Loads it with its private key, or returns why it can't be used.</summary>
    /// <param name="options">The options with its place.</param>
    /// <param name="certificate">The certificate to sign in with, and whether its issuer's was found with it.</param>
    public static OptionFault? Load(
        PresenceCredentialOptions options, out (X509Certificate2 Certificate, bool HasChain)? certificate)
    {
        certificate = null;
        X509Certificate2Collection found = [];
        string? fault = options.CertificatePath is { } path
            ? CertificateFile.Read(path, options.CertificatePassword, found)
            : CertificateStore.Search(options, found);
        DateTime now = DateTime.UtcNow;
        X509Certificate2? best = found
            .OrderByDescending(c => Refusal(c, now) is null)
            .ThenByDescending(c => c.HasPrivateKey)
            .ThenBy(c => found.Any(other => IsIssuer(c, other)))
            .ThenByDescending(c => c.NotAfter)
            .FirstOrDefault();
        fault ??= Refusal(best!, now);
        if (fault is null)
        {
            certificate = (best!, found.Any(c => IsIssuer(c, best!)));
        }

        foreach (X509Certificate2 other in found.Where(c => fault is not null || c != best))
        {
            other.Dispose();
        }

        return fault is null ? null : CredentialCheck.Wrong(OptionOf(options), fault);
    }

    public static bool IsRsa(X509Certificate2 certificate) => certificate.PublicKey.Oid.Value == Rsa;

    private static string? Refusal(X509Certificate2 certificate, DateTime now)
    {
        string dates = $"It is valid from {Text(certificate.NotBefore)} to {Text(certificate.NotAfter)}.";
        return !IsRsa(certificate)
                ? $"The certificate's key is of the type {certificate.PublicKey.Oid.FriendlyName}. Signing in requires "
                    + "an RSA key. Use a certificate with an RSA key."
            : !certificate.HasPrivateKey
                ? "There is a certificate, but no private key. Signing in requires both. Use a "
                    + "certificate with its private key."
            : certificate.NotAfter.ToUniversalTime() < now
                ? $"The certificate has expired. {dates} Use one that is valid now."
            : certificate.NotBefore.ToUniversalTime() > now
                ? $"The certificate is not valid yet. {dates} Use one that is valid now."
            : IsReadable(certificate)
                ? null
                : "The certificate's private key cannot be used. Give the process read access to it.";
    }

    private static bool IsReadable(X509Certificate2 certificate)
    {
        try
        {
            using RSA? key = certificate.GetRSAPrivateKey();
            return key is not null;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // A self-signed certificate has no other issuer.
    private static bool IsIssuer(X509Certificate2 certificate, X509Certificate2 of) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(of.IssuerName.RawData)
        && !of.SubjectName.RawData.AsSpan().SequenceEqual(of.IssuerName.RawData);

    private static string Text(DateTime date) =>
        date.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
