using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PresenceClient.TestSupport;

/// <summary>A certificate of its own, in files of a folder that is deleted with it.</summary>
internal sealed class TestCertificate : IDisposable
{
    private static readonly PbeParameters Pbe = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1_000);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("presence-");

    /// <param name="subject">Its subject.</param>
    /// <param name="from">The days from now on which it becomes valid.</param>
    /// <param name="to">The days from now after which it expires.</param>
    /// <param name="issuer">What signs it; null for itself.</param>
    /// <param name="isRsa">Whether its key is an RSA key, rather than one of an elliptic curve.</param>
    public TestCertificate(
        string subject = "CN=presence", int from = -1, int to = 1, TestCertificate? issuer = null, bool isRsa = true)
    {
        From = DateTimeOffset.UtcNow.AddDays(from);
        To = DateTimeOffset.UtcNow.AddDays(to);
        Key = isRsa ? RSA.Create(1024) : ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = Key is RSA rsa
            ? new CertificateRequest(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(subject, (ECDsa)Key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(issuer is null, false, 0, true));
        Certificate = issuer is null ? request.CreateSelfSigned(From, To) : Issue(request, issuer);
    }

    public X509Certificate2 Certificate { get; }

    public DateTimeOffset From { get; }

    public DateTimeOffset To { get; }

    public string Thumbprint => Certificate.Thumbprint;

    public string Pem => Certificate.ExportCertificatePem();

    public string KeyPem => Key.ExportPkcs8PrivateKeyPem();

    private AsymmetricAlgorithm Key { get; }

    public string EncryptedKeyPem(string password) => Key.ExportEncryptedPkcs8PrivateKeyPem(password, Pbe);

    /// <summary>The key in the older form of its algorithm.</summary>
    public string TraditionalKeyPem() =>
        Key is RSA rsa ? rsa.ExportRSAPrivateKeyPem() : ((ECDsa)Key).ExportECPrivateKeyPem();

    /// <summary>A PKCS#12 file, with other certificates before it and after it.</summary>
    public string WritePkcs12(
        string? password = null, TestCertificate[]? before = null, TestCertificate[]? after = null)
    {
        X509Certificate2Collection all =
        [
            .. (before ?? []).Select(c => c.Certificate), Certificate, .. (after ?? []).Select(c => c.Certificate),
        ];
        return Write(all.Export(X509ContentType.Pkcs12, password)!);
    }

    /// <summary>A PEM file of the certificate and its key.</summary>
    public string WritePem() => Write(Pem, KeyPem);

    /// <summary>A PKCS#12 file without the private key.</summary>
    public string WritePublicPkcs12()
    {
        using X509Certificate2 publicPart = X509CertificateLoader.LoadCertificate(Certificate.RawData);
        return Write(publicPart.Export(X509ContentType.Pkcs12));
    }

    public string Write(params string[] parts) => Write(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', parts)));

    public string Write(byte[] bytes)
    {
        string path = Path.Combine(_folder.FullName, $"{Guid.NewGuid()}.file");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose()
    {
        Certificate.Dispose();
        Key.Dispose();
        _folder.Delete(recursive: true);
    }

    private X509Certificate2 Issue(CertificateRequest request, TestCertificate issuer)
    {
        using X509Certificate2 issued =
            request.Create(issuer.Certificate, From, To, Guid.NewGuid().ToByteArray());
        return Key is RSA rsa ? issued.CopyWithPrivateKey(rsa) : issued.CopyWithPrivateKey((ECDsa)Key);
    }
}
