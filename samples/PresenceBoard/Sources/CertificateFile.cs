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
            X509Certificate2 certificate = IsPem(path)
                ? ReadPem(path, password)
                : X509CertificateLoader.LoadPkcs12FromFile(path, password);
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
                $"--certificate: {path} is no PEM or PKCS#12 file with a private key, or {BoardArguments.PasswordVariable} "
                    + "does not hold its password.", e);
        }
    }

    private static bool IsPem(string path) =>
        File.ReadLines(path).Take(100).Any(line => line.StartsWith("-----BEGIN ", StringComparison.Ordinal));

    private static X509Certificate2 ReadPem(string path, string? password) => password is null
        ? X509Certificate2.CreateFromPemFile(path)
        : X509Certificate2.CreateFromEncryptedPemFile(path, password);
}
