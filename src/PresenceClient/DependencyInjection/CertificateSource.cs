using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PresenceClient.Http;

namespace PresenceClient.DependencyInjection;

/// <summary>Finds the certificate of an application, in a file or in a store.</summary>
internal static class CertificateSource
{
    private const byte StartOfDer = 0x30;

    /// <summary>Finds it, with its private key, or says why it cannot be used.</summary>
    public static OptionFault? Find(PresenceCredentialOptions options, out X509Certificate2? certificate)
    {
        certificate = null;
        (string option, string value) = options switch
        {
            { CertificatePath: { } path } => (nameof(options.CertificatePath), path),
            { CertificateThumbprint: { } thumbprint } => (nameof(options.CertificateThumbprint), thumbprint),
            _ => (nameof(options.CertificateSubject), options.CertificateSubject!),
        };
        try
        {
            certificate = options.CertificatePath is { } file
                ? FromFile(file, options.CertificatePassword)
                : FromStore(options);
            return certificate?.HasPrivateKey == true
                ? null
                : Wrong(option, value, options.CertificatePath is null
                    ? $"is not in the store {StoreName(options)} of {Location(options)} with its private key"
                    : "holds no private key; signing in needs one");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Wrong(option, value, $"cannot be read ({e.GetType().Name}); check the path and who may read it");
        }
        catch (CryptographicException)
        {
            return Wrong(option, value, options.CertificatePath is null
                ? $"is looked for in the store {StoreName(options)} of {Location(options)}, which cannot be opened"
                : $"is no PKCS#12 or PEM file with a private key that {nameof(options.CertificatePassword)} opens");
        }
    }

    private static OptionFault Wrong(string option, string value, string fault) =>
        new($"{nameof(PresenceClientOptions.Credential)}:{option}", value, fault);

    private static string StoreName(PresenceCredentialOptions options) => options.CertificateStoreName ?? "My";

    private static StoreLocation Location(PresenceCredentialOptions options) =>
        options.CertificateStoreLocation ?? StoreLocation.CurrentUser;

    private static X509Certificate2 FromFile(string path, string? password)
    {
        using (FileStream file = File.OpenRead(path))
        {
            if (file.ReadByte() == StartOfDer)
            {
                return X509CertificateLoader.LoadPkcs12FromFile(path, password);
            }
        }

        return password is null
            ? X509Certificate2.CreateFromPemFile(path)
            : X509Certificate2.CreateFromEncryptedPemFile(path, password);
    }

    private static X509Certificate2? FromStore(PresenceCredentialOptions options)
    {
        using X509Store store = new(StoreName(options), Location(options));
        store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);

        // Thumbprints are pasted from dialogs that put blanks and invisible marks into them.
        X509Certificate2Collection found = options.CertificateThumbprint is { } thumbprint
            ? store.Certificates.Find(X509FindType.FindByThumbprint,
                string.Concat(thumbprint.Where(char.IsAsciiHexDigit)), validOnly: false)
            : store.Certificates.Find(
                X509FindType.FindBySubjectDistinguishedName, options.CertificateSubject!, validOnly: false);
        return found.MaxBy(certificate => (certificate.HasPrivateKey, certificate.NotAfter));
    }
}
