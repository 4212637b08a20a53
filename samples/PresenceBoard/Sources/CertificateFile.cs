using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PresenceBoard;

/// <summary>Reads a certificate with its private key, before anybody waits for a sign-in with it.</summary>
internal static class CertificateFile
{
    public static X509Certificate2 Read(string path, string? password)
    {
        try
        {
            X509Certificate2 certificate = Load(path, password);
            return certificate.HasPrivateKey
                ? certificate
                : throw new BoardException($"--certificate: {path} holds no private key; signing in needs one.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BoardException($"--certificate: {path} cannot be read: {e.Message}", e);
        }
        catch (CryptographicException e)
        {
            throw new BoardException(
                $"--certificate: {path} is no PEM or PKCS#12 file with a private key, or "
                    + $"{BoardArguments.PasswordVariable} does not hold its password.", e);
        }
    }

    private static X509Certificate2 Load(string path, string? password)
    {
        string[] headings =
            [.. File.ReadLines(path).Where(line => line.StartsWith("-----BEGIN ", StringComparison.Ordinal))];
        if (headings.Length == 0)
            return X509CertificateLoader.LoadPkcs12FromFile(path, password);
        return headings.Any(line => line.Contains("ENCRYPTED", StringComparison.Ordinal))
            ? X509Certificate2.CreateFromEncryptedPemFile(path, password)
            : X509Certificate2.CreateFromPemFile(path);
    }
}
