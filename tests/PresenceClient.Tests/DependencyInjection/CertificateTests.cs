using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.DependencyInjection;

/// <summary>The choice of an application's certificate, from a file or from a store.</summary>
public sealed class CertificateTests : IDisposable
{
    private const string Password = "hunter2";

    // A store only for these tests, so that the machine's stores stay unchanged.
    private const string StoreName = "PresenceClientTests";

    private readonly TestCertificate _certificate = new();

    public static TheoryData<string> Forms { get; } =
        ["pkcs12", "pkcs12 with a password", "pem", "pem with a password"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void File_OfEachForm_IsRead(string form)
    {
        PresenceCredentialOptions options = form switch
        {
            "pkcs12" => InFile(_certificate.WritePkcs12()),
            "pkcs12 with a password" => InFile(_certificate.WritePkcs12(Password), Password),
            "pem" => InFile(_certificate.WritePem()),
            _ => InFile(_certificate.Write(_certificate.EncryptedKeyPem(Password), _certificate.Pem), Password),
        };

        Found(options).Should().Be(_certificate.Thumbprint);
    }

    [Fact]
    public void File_WithItsChain_GivesTheOneThatFitsTheKey()
    {
        using var authority = new TestCertificate("CN=authority", to: 90);
        using var leaf = new TestCertificate(issuer: authority);

        foreach (string path in new[]
        {
            leaf.Write(authority.Pem, leaf.Pem, leaf.KeyPem),
            leaf.Write(leaf.KeyPem, leaf.Pem, authority.Pem),
            leaf.WritePkcs12(after: [authority]),
            leaf.Write(authority.KeyPem, authority.Pem, leaf.KeyPem, leaf.Pem),
        })
        {
            Found(InFile(path)).Should().Be(leaf.Thumbprint);
        }
    }

    [Fact]
    public void File_WithSeveralThatFit_GivesTheOneThatIsValidNowAndLongest()
    {
        using var shorter = new TestCertificate(to: 10);
        using var longer = new TestCertificate(to: 20);
        using var young = new TestCertificate(from: 5, to: 90);
        using var elliptic = new TestCertificate(to: 90, isRsa: false);
        TestCertificate[] all = [young, shorter, longer, elliptic];

        Found(InFile(_certificate.Write([.. all.SelectMany(c => new[] { c.Pem, c.KeyPem })]))).Should()
            .Be(longer.Thumbprint);
        Found(InFile(young.WritePkcs12(before: [shorter], after: [longer, elliptic]))).Should().Be(longer.Thumbprint);
    }

    [Fact]
    public void File_Read_CanSign()
    {
        foreach (string path in new[] { _certificate.WritePem(), _certificate.WritePkcs12() })
        {
            CertificateSource.Load(InFile(path), out (X509Certificate2 Certificate, bool HasChain)? found).Should()
                .BeNull();
            using X509Certificate2 certificate = found!.Value.Certificate;
            using RSA? key = certificate.GetRSAPrivateKey();

            key!.ExportParameters(includePrivateParameters: false).Modulus.Should()
                .Equal(_certificate.Certificate.GetRSAPublicKey()!.ExportParameters(false).Modulus);
            key.SignData([1], new("SHA256"), System.Security.Cryptography.RSASignaturePadding.Pss).Should()
                .NotBeEmpty();
        }
    }

    [Fact]
    public void Store_WithTheCertificate_IsSearchedByThumbprintOrSubject()
    {
        using var longer = new TestCertificate(to: 30);
        using var young = new TestCertificate(from: 5, to: 90);
        using var old = new TestCertificate(from: -20, to: -5);
        using var elliptic = new TestCertificate(to: 90, isRsa: false);
        using var other = new TestCertificate("CN=presence, O=other", to: 60);
        using var store = new X509Store(StoreName, StoreLocation.CurrentUser, OpenFlags.ReadWrite);
        X509Certificate2Collection certificates =
            [.. Persisted(_certificate, longer, young, old, elliptic, other), WithoutKey(new TestCertificate(to: 99))];
        store.AddRange(certificates);
        try
        {
            string thumbprint = _certificate.Thumbprint;

            Found(Store(thumbprint: thumbprint)).Should().Be(thumbprint);
            Found(Store(thumbprint: "\u200e" + string.Join(' ', thumbprint.Chunk(2).Select(c => new string(c)))))
                .Should().Be(thumbprint);
            Found(Store(subject: "CN=presence")).Should().Be(longer.Thumbprint, "it is valid now, and longest");
            Fault(Store(thumbprint: young.Thumbprint))!.Text.Should().Contain("not valid yet");
            Fault(Store(thumbprint: old.Thumbprint))!.Text.Should().Contain("has expired");
            Fault(Store(thumbprint: elliptic.Thumbprint))!.Text.Should().Contain("RSA");
        }
        finally
        {
            store.RemoveRange(certificates);
        }
    }

    [Fact]
    public void Store_WithoutTheCertificate_IsSaid()
    {
        Fault(Store(thumbprint: new string('0', 40))).Should().Be(new OptionFault("Credential:CertificateThumbprint",
            "The store of CurrentUser has no certificate with this thumbprint. Install it there, or set "
            + "CertificateStoreName and CertificateStoreLocation."));
        Fault(Store(thumbprint: "00")).Should().Be(new OptionFault("Credential:CertificateThumbprint",
            "The value is not a thumbprint. A thumbprint has 40 hexadecimal digits."));
        Fault(Store(subject: "CN=none")).Should().Be(new OptionFault("Credential:CertificateSubject",
            "The store of CurrentUser has no certificate with this subject. Use the whole distinguished name, for "
            + "example CN=presence, or set CertificateStoreName and CertificateStoreLocation."));
    }

    [Fact]
    public void Store_OfTheMachine_IsSearchedThere()
    {
        PresenceCredentialOptions options = Store(subject: "CN=none");
        options.CertificateStoreLocation = StoreLocation.LocalMachine;

        Fault(options)!.Text.Should().Contain("store of LocalMachine");
    }

    [Fact]
    public void Store_Unknown_IsSaid()
    {
        PresenceCredentialOptions options = Store(subject: "CN=presence");
        options.CertificateStoreName = "hunter2";

        Fault(options)!.Text.Should().Be("The certificate store of CurrentUser cannot be opened. Check "
            + "CertificateStoreName and CertificateStoreLocation.");
    }

    public void Dispose() => _certificate.Dispose();

    private static PresenceCredentialOptions InFile(string path, string? password = null) =>
        new() { CertificatePath = path, CertificatePassword = password };

    private static PresenceCredentialOptions Store(string? thumbprint = null, string? subject = null) => new()
    {
        CertificateThumbprint = thumbprint,
        CertificateSubject = subject,
        CertificateStoreName = StoreName,
    };

    private static string Found(PresenceCredentialOptions options)
    {
        CertificateSource.Load(options, out (X509Certificate2 Certificate, bool HasChain)? found).Should().BeNull();
        using X509Certificate2 certificate = found!.Value.Certificate;
        return certificate.Thumbprint;
    }

    private static OptionFault? Fault(PresenceCredentialOptions options) => CertificateSource.Load(options, out _);

    private static IEnumerable<X509Certificate2> Persisted(params TestCertificate[] certificates) =>
        certificates.Select(c => X509CertificateLoader.LoadPkcs12(
            c.Certificate.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.PersistKeySet));

    private static X509Certificate2 WithoutKey(TestCertificate certificate)
    {
        using (certificate)
        {
            return X509CertificateLoader.LoadCertificate(certificate.Certificate.RawData);
        }
    }
}
