using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PresenceClient.Tests.DependencyInjection;

/// <summary>A certificate of its own, in files of a folder that is deleted with it.</summary>
internal sealed class TestCertificate : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("presence-");
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public TestCertificate(string subject = "CN=presence", int days = 1)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        Certificate = new CertificateRequest(subject, _key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(days));
    }

    public X509Certificate2 Certificate { get; }

    public string WritePkcs12(string? password) => Write(Certificate.Export(X509ContentType.Pkcs12, password));

    public string WritePem() => Write($"{Certificate.ExportCertificatePem()}\n{_key.ExportPkcs8PrivateKeyPem()}");

    public string WriteEncryptedPem(string password) => Write(
        _key.ExportEncryptedPkcs8PrivateKeyPem(
            password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1_000))
        + "\n" + Certificate.ExportCertificatePem());

    /// <summary>A file without the private key.</summary>
    public string WritePublicPart()
    {
        using X509Certificate2 publicPart = X509CertificateLoader.LoadCertificate(Certificate.RawData);
        return Write(publicPart.Export(X509ContentType.Pkcs12));
    }

    public string Write(string text) => Write(System.Text.Encoding.UTF8.GetBytes(text));

    public void Dispose()
    {
        Certificate.Dispose();
        _key.Dispose();
        _folder.Delete(recursive: true);
    }

    private string Write(byte[] bytes)
    {
        string path = Path.Combine(_folder.FullName, $"{Guid.NewGuid()}.file");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
