using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PresenceClient;

/// <summary>Reads the certificates and keys of a PEM text, in any order.</summary>
internal static class PemFile
{
    private const string EncryptedKey = "ENCRYPTED PRIVATE KEY";

    private const string RequiresRsa = "Signing in requires an RSA key.";

    /// <summary>Adds the certificates, each with the key that belongs to it, or returns what is missing.</summary>
    public static string? Read(string text, string? password, X509Certificate2Collection found)
    {
        List<RSA> keys = [];
        try
        {
            string? unread = ReadParts(text, password, found, keys);
            for (int i = 0; i < found.Count; i++)
            {
                found[i] = WithKey(found[i], keys);
            }

            // A certificate without an RSA key is an error by itself, so its key does not matter.
            bool isRefused = found.Count > 0 && found.All(c => !CertificateSource.IsRsa(c));
            return isRefused || found.Any(c => c.HasPrivateKey) ? null
                : found.Count == 0 && (keys.Count > 0 || unread is not null)
                    ? "There is a private key, but no certificate. Signing in requires both. Use a file with both."
                : keys.Count > 0 ? "The private key belongs to another certificate. Use the file of a certificate and "
                    + "its own private key."
                : unread;
        }
        finally
        {
            keys.ForEach(k => k.Dispose());
        }
    }

    // Returns why a key was not read.
    private static string? ReadParts(
        ReadOnlySpan<char> text, string? password, X509Certificate2Collection certificates, List<RSA> keys)
    {
        string? unread = text.Contains("Proc-Type: 4,ENCRYPTED", StringComparison.Ordinal)
            ? "The private key is encrypted in OpenSSL's traditional form. Convert it: openssl pkcs8 -topk8."
            : null;
        while (PemEncoding.TryFind(text, out PemFields part))
        {
            ReadOnlySpan<char> label = text[part.Label];
            if (label is "CERTIFICATE")
            {
                certificates.Add(X509Certificate2.CreateFromPem(text[part.Location]));
            }
            else if (label.EndsWith("PRIVATE KEY"))
            {
                unread = ReadKey(text[part.Location], label, password, keys);
            }

            text = text[part.Location.End..];
        }

        return unread;
    }

    private static string? ReadKey(
        ReadOnlySpan<char> part, ReadOnlySpan<char> label, string? password, List<RSA> keys)
    {
        bool isEncrypted = label is EncryptedKey;
        if (isEncrypted && password is null)
        {
            return "The private key is encrypted. Set CertificatePassword.";
        }

        var key = RSA.Create();
        try
        {
            if (isEncrypted)
            {
                key.ImportFromEncryptedPem(part, password);
            }
            else
            {
                key.ImportFromPem(part);
            }

            keys.Add(key);
            return null;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            key.Dispose();
            return isEncrypted
                ? $"CertificatePassword does not decrypt the private key, or it is not an RSA key. {RequiresRsa}"
                : $"The private key is not an RSA key, or is damaged. {RequiresRsa}";
        }
    }

    private static X509Certificate2 WithKey(X509Certificate2 certificate, List<RSA> keys)
    {
        using RSA? publicKey = certificate.GetRSAPublicKey();
        byte[]? itsKey = publicKey?.ExportRSAPublicKey();
        if (itsKey is null || keys.Find(k => k.ExportRSAPublicKey().AsSpan().SequenceEqual(itsKey)) is not { } key)
        {
            return certificate;
        }

        using (certificate)
        {
            return certificate.CopyWithPrivateKey(key);
        }
    }
}
