using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PresenceClient.Tests.Support;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.DependencyInjection;

/// <summary>
/// A host starts with every file that contains a certificate with its key, and fails with any other file.
/// </summary>
public sealed class CertificateStartTests : IDisposable
{
    private const string Password = "hunter2";

    private readonly TestCertificate _authority = new("CN=authority", to: 90);
    private readonly TestCertificate _certificate;

    public CertificateStartTests() => _certificate = new(issuer: _authority);

    [Theory]
    [InlineData("key certificate authority")]
    [InlineData("key authority certificate")]
    [InlineData("certificate key authority")]
    [InlineData("certificate authority key")]
    [InlineData("authority key certificate")]
    [InlineData("authority certificate key")]
    [InlineData("key certificate")]
    [InlineData("traditional certificate")]
    [InlineData("authority certificate traditional")]
    [InlineData("words certificate words key words")]
    [InlineData("public certificate key")]
    [InlineData("certificate key public")]
    public void Pem_InAnyOrder_Starts(string order)
    {
        string path = _certificate.Write([.. order.Split(' ').Select(part => part switch
        {
            "key" => _certificate.KeyPem,
            "traditional" => _certificate.TraditionalKeyPem(),
            "certificate" => _certificate.Pem,
            "authority" => _authority.Pem,
            "public" => _certificate.Certificate.GetRSAPublicKey()!.ExportSubjectPublicKeyInfoPem(),
            _ => "Bag Attributes\n    localKeyID: 01\nsubject=CN = presence\n",
        })]);

        Starts(path);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Pem_WithAnEncryptedKey_StartsWithItsPassword(bool keyFirst)
    {
        string[] parts = [_certificate.EncryptedKeyPem(Password), _authority.Pem, _certificate.Pem];
        string path = _certificate.Write(keyFirst ? parts : [.. parts.Reverse()]);

        Starts(path, Password);
        Fault(path).Should().Contain("encrypted").And.Contain("CertificatePassword");
        Fault(path, "another").Should().Contain("CertificatePassword does not decrypt the private key").And
            .NotContain("another");
    }

    [Fact]
    public void Pem_WithAKeyThatNeedsNoPassword_StartsWithOneToo() => Starts(_certificate.WritePem(), Password);

    [Fact]
    public void Pem_InUtf16OrWithAMark_Starts()
    {
        string text = $"{_certificate.KeyPem}\r\n{_certificate.Pem}";

        foreach (System.Text.Encoding encoding in new[] { System.Text.Encoding.Unicode, System.Text.Encoding.UTF8 })
        {
            Starts(_certificate.Write([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]));
        }
    }

    [Fact]
    public void Pkcs12_WithItsChain_Starts()
    {
        Starts(_certificate.WritePkcs12(Password, before: [_authority]), Password);
        Starts(_certificate.WritePkcs12(after: [_authority]));
    }

    [Fact]
    public void File_WithOnlyAKey_SaysSo()
    {
        Fault(_certificate.Write(_certificate.KeyPem)).Should().Contain("no certificate");
        Fault(_certificate.Write(_certificate.TraditionalKeyPem())).Should().Contain("no certificate");
        Fault(_certificate.Write(_certificate.EncryptedKeyPem(Password)), Password).Should().Contain("no certificate");
    }

    [Fact]
    public void File_WithOnlyCertificates_SaysSo()
    {
        Fault(_certificate.Write(_certificate.Pem)).Should().Contain("no private key");
        Fault(_certificate.Write(_authority.Pem, _certificate.Pem)).Should().Contain("no private key");
        Fault(_certificate.Write(_certificate.Certificate.RawData)).Should().Contain("no private key");
        Fault(_certificate.WritePublicPkcs12()).Should().Contain("no private key").And
            .EndWith("Use a certificate with its private key.");
    }

    [Fact]
    public void File_WithTheKeyOfAnotherCertificate_SaysSo()
    {
        using var other = new TestCertificate();

        using var elliptic = new TestCertificate(isRsa: false);

        foreach (string[] parts in new[]
        {
            [other.KeyPem, _authority.Pem, _certificate.Pem],
            new[] { elliptic.Pem, _certificate.Pem, other.KeyPem },
        })
        {
            Fault(_certificate.Write(parts)).Should().EndWith("The private key belongs to another certificate. Use the "
                + "file of a certificate and its own private key.");
        }

        Fault(_certificate.Write(elliptic.KeyPem, _certificate.Pem)).Should()
            .Contain("The private key is not an RSA key, or is damaged.");
    }

    [Fact]
    public void Certificate_OutsideItsTime_IsRefusedWithItsDates()
    {
        using var old = new TestCertificate(from: -30, to: -2);
        using var young = new TestCertificate(from: 2, to: 30);

        foreach (TestCertificate certificate in new[] { old, young })
        {
            foreach (string path in new[] { certificate.WritePem(), certificate.WritePkcs12() })
            {
                Fault(path).Should().Contain($"{certificate.From:yyyy-MM-dd HH:mm:ss} UTC")
                    .And.Contain($"{certificate.To:yyyy-MM-dd HH:mm:ss} UTC")
                    .And.Contain(certificate == old ? "expired" : "not valid yet");
            }
        }

        // The certificate with the key is the one that matters, also if another one is valid now.
        Fault(old.Write(_authority.Pem, old.Pem, old.KeyPem)).Should().Contain("expired");
    }

    [Fact]
    public void Certificate_WithAnEllipticKey_IsRefused()
    {
        using var elliptic = new TestCertificate(isRsa: false);

        foreach (string path in new[]
        {
            elliptic.WritePem(), elliptic.Write(elliptic.TraditionalKeyPem(), elliptic.Pem), elliptic.WritePkcs12(),
        })
        {
            Fault(path).Should().Contain("RSA").And.Contain("ECC");
        }

        Fault(elliptic.Write(elliptic.EncryptedKeyPem(Password), elliptic.Pem), Password).Should().Contain("RSA");
    }

    [Fact]
    public void File_ThatCannotBeRead_SaysWhy()
    {
        string encrypted = $"""
            -----BEGIN RSA PRIVATE KEY-----
            Proc-Type: 4,ENCRYPTED
            DEK-Info: AES-256-CBC,00112233445566778899AABBCCDDEEFF

            {Convert.ToBase64String(RandomNumberGenerator.GetBytes(64))}
            -----END RSA PRIVATE KEY-----
            """;

        Fault(_certificate.WritePem() + ".none").Should().EndWith("The file does not exist. Check the path; a relative "
            + "path starts at the working directory of the process.");
        Fault(Path.GetTempPath()).Should().Contain("directory");
        Fault("presence\0.pem").Should().Contain("path");
        Fault(_certificate.Write("")).Should().Contain("PKCS#12 or PEM");
        Fault(_certificate.Write("hunter2")).Should().Contain("PKCS#12 or PEM").And.NotContain("hunter2");
        Fault(_certificate.Write([0x30, 0x82, 0, 1])).Should().Contain("PKCS#12 or PEM");
        Fault(_certificate.Write(encrypted, _certificate.Pem)).Should().Contain("openssl pkcs8");
        Fault(_certificate.WritePkcs12(Password)).Should()
            .EndWith("The file is encrypted or damaged. Set CertificatePassword if it is encrypted.");
        Fault(_certificate.WritePkcs12(Password), "another").Should()
            .EndWith("CertificatePassword does not open the file, or the file is damaged. Check the password.");
    }

    [Theory]
    [InlineData("common")]
    [InlineData("Organizations")]
    [InlineData("CONSUMERS")]
    public void Tenant_OfManyOrganizations_IsRefusedForAnApplication(string tenant)
    {
        string path = _certificate.WritePem();
        foreach ((string, string?)[] application in new (string, string?)[][]
        {
            [("Kind", "ClientSecret"), ("ClientSecret", "x")],
            [("Kind", "ClientCertificate"), ("CertificatePath", path)],
            [("Kind", "WorkloadIdentity"), ("TokenFilePath", "token")],
        })
        {
            Container.FaultsAtStart(Host([.. application, ("TenantId", tenant)])).Should().ContainSingle()
                .Which.Should().StartWith("Presence:Credential:TenantId: ").And.Contain("contoso.com");
        }

        Valid(Host(("Kind", "InteractiveBrowser"), ("TenantId", tenant)));
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }

    private static void Starts(string path, string? password = null) => Valid(HostWith(path, password));

    private static void Valid(Action<IServiceCollection> host)
    {
        using ServiceProvider provider = Container.Build(host);
        provider.GetRequiredService<IStartupValidator>().Validate();
        provider.GetRequiredService<PresenceServiceClient>().Should().NotBeNull();
    }

    private static string Fault(string path, string? password = null) =>
        Container.FaultsAtStart(HostWith(path, password)).Should().ContainSingle().Which;

    private static Action<IServiceCollection> HostWith(string path, string? password) => Host(
        ("Kind", "ClientCertificate"), ("TenantId", "contoso.com"), ("CertificatePath", path),
        ("CertificatePassword", password));

    private static Action<IServiceCollection> Host(params (string Key, string? Value)[] credential) =>
        services => services.AddPresenceClient(Container.Section(
        [
            ("Credential:ClientId", Samples.ApplicationId),
            .. credential.Select(v => ($"Credential:{v.Key}", v.Value)),
        ]));
}
