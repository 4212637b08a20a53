using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PresenceBoard.Tests;

public sealed class CertificateFileTests : IDisposable
{
    private const string Password = "open sesame";
    private static readonly PbeParameters Pbe = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1_000);

    private readonly string _path = Path.GetTempFileName();
    private readonly RSA _key = RSA.Create(2048);
    private readonly X509Certificate2 _certificate;

    public CertificateFileTests() =>
        _certificate = new CertificateRequest("CN=board", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(Some.Noon, Some.Noon.AddDays(1));

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
        File.Delete(_path);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("a password of something else")]
    public void Read_Pem_HasTheKey(string? password)
    {
        File.WriteAllText(_path, $"{_certificate.ExportCertificatePem()}\n{_key.ExportPkcs8PrivateKeyPem()}\n");

        using X509Certificate2 read = CertificateFile.Read(_path, password);

        read.Thumbprint.Should().Be(_certificate.Thumbprint);
        read.HasPrivateKey.Should().BeTrue();
    }

    [Fact]
    public void Read_EncryptedPem_TakesThePassword()
    {
        File.WriteAllText(
            _path,
            $"{_certificate.ExportCertificatePem()}\n{_key.ExportEncryptedPkcs8PrivateKeyPem(Password, Pbe)}\n");

        using X509Certificate2 read = CertificateFile.Read(_path, Password);

        read.HasPrivateKey.Should().BeTrue();
    }

    [Fact]
    public void Read_Pkcs12_TakesThePassword()
    {
        File.WriteAllBytes(_path, _certificate.Export(X509ContentType.Pkcs12, Password));

        using X509Certificate2 read = CertificateFile.Read(_path, Password);

        read.HasPrivateKey.Should().BeTrue();
    }

    [Fact]
    public void Read_WrongPassword_NamesTheVariable()
    {
        File.WriteAllBytes(_path, _certificate.Export(X509ContentType.Pkcs12, Password));

        Action read = () => CertificateFile.Read(_path, "wrong");

        read.Should().Throw<BoardException>()
            .WithMessage($"--certificate: {_path} is no *PRESENCE_CERTIFICATE_PASSWORD*");
    }

    [Fact]
    public void Read_NoKey_IsRefused()
    {
        File.WriteAllText(_path, _certificate.ExportCertificatePem());

        Action read = () => CertificateFile.Read(_path, null);

        read.Should().Throw<BoardException>().WithMessage("*with a private key*");
    }

    [Fact]
    public void Read_NoSuchFile_SaysSo()
    {
        Action read = () => CertificateFile.Read(_path + ".not", null);

        read.Should().Throw<BoardException>().WithMessage("--certificate: * cannot be read: *");
    }
}
