using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PresenceClient;

/// <summary>Reads the certificates of a PKCS#12 or PEM file.</summary>
internal static class CertificateFile
{
    private const byte StartOfDer = 0x30;

    private const string OfNoForm =
        "The file is not a PKCS#12 or PEM file with a certificate and its private key. Use such a file.";

    /// <summary>Adds the certificates, each with its key if the file has it, or returns why there are none.</summary>
    public static string? Read(string path, string? password, X509Certificate2Collection found)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException)
        {
            return Unread(path, e);
        }

        try
        {
            string? fault = bytes is [StartOfDer, ..]
                ? ReadDer(bytes, password, found)
                : PemFile.Read(Text(bytes), password, found);
            return fault ?? (found.Count == 0 ? OfNoForm : null);
        }
        catch (CryptographicException)
        {
            return OfNoForm;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private static string Unread(string path, Exception failure) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException => "The file does not exist. Check the path; a relative "
            + "path starts at the working directory of the process.",
        _ when Directory.Exists(path) => "The path is that of a directory. Use the path of a PKCS#12 or PEM file.",
        UnauthorizedAccessException => "Access to the file is denied. Give the process read access to it.",
        _ => $"The file cannot be read ({failure.GetType().Name}). Check the path.",
    };

    private static string? ReadDer(byte[] bytes, string? password, X509Certificate2Collection found)
    {
        switch (X509Certificate2.GetCertContentType(bytes))
        {
            case X509ContentType.Cert:
                found.Add(X509CertificateLoader.LoadCertificate(bytes));
                return null;
            case X509ContentType.Pkcs12:
                try
                {
                    found.AddRange(X509CertificateLoader.LoadPkcs12Collection(bytes, password));
                    return null;
                }
                catch (CryptographicException)
                {
                    return password is null
                        ? "The file is encrypted or damaged. Set CertificatePassword if it is encrypted."
                        : "CertificatePassword does not open the file, or the file is damaged. Check the password.";
                }

            default:
                return OfNoForm;
        }
    }

    private static string Text(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
