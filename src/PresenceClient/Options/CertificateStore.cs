using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PresenceClient;

/// <summary>Searches a store for the certificates of an application.</summary>
internal static class CertificateStore
{
    private const int LengthOfThumbprint = 40;

    /// <summary>Adds the certificates that are found, or returns why there are none.</summary>
    public static string? Search(PresenceCredentialOptions options, X509Certificate2Collection found)
    {
        // Thumbprints are often copied from dialogs that add blanks and invisible characters.
        string? thumbprint = options.CertificateThumbprint is { } text
            ? string.Concat(text.Where(char.IsAsciiHexDigit))
            : null;
        if (thumbprint is not (null or { Length: LengthOfThumbprint }))
        {
            return $"The value is not a thumbprint. A thumbprint has {LengthOfThumbprint} hexadecimal digits.";
        }

        StoreLocation location = options.CertificateStoreLocation ?? StoreLocation.CurrentUser;
        try
        {
            using var store = new X509Store(options.CertificateStoreName ?? "My", location);
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            found.AddRange(thumbprint is not null
                ? store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false)
                : store.Certificates.Find(
                    X509FindType.FindBySubjectDistinguishedName, options.CertificateSubject!, validOnly: false));
        }
        catch (CryptographicException)
        {
            return $"The certificate store of {location} cannot be opened. Check CertificateStoreName and "
                + "CertificateStoreLocation.";
        }

        return found.Count > 0 ? null
            : thumbprint is not null ? $"The store of {location} has no certificate with this thumbprint. Install it "
                + "there, or set CertificateStoreName and CertificateStoreLocation."
            : $"The store of {location} has no certificate with this subject. Use the whole distinguished name, for "
                + "example CN=presence, or set CertificateStoreName and CertificateStoreLocation.";
    }
}
