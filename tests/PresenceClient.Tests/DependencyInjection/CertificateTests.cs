using System.Security.Cryptography.X509Certificates;
using PresenceClient.DependencyInjection;
using PresenceClient.Http;

namespace PresenceClient.Tests.DependencyInjection;

/// <summary>Where the certificate of an application is found, and what is said if it is not.</summary>
public sealed class CertificateTests : IDisposable
{
    private const string Password = "hunter2";

    // A store of the tests' own: nothing of the machine's is touched.
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
            "pkcs12" => File(_certificate.WritePkcs12(null)),
            "pkcs12 with a password" => File(_certificate.WritePkcs12(Password), Password),
            "pem" => File(_certificate.WritePem()),
            _ => File(_certificate.WriteEncryptedPem(Password), Password),
        };

        Found(options).Should().Be(_certificate.Certificate.Thumbprint);
    }

    [Fact]
    public void File_ThatCannotBeUsed_IsSaidWithoutThePassword()
    {
        string pkcs12 = _certificate.WritePkcs12("another");
        string pem = _certificate.WriteEncryptedPem("another");
        string text = _certificate.Write("hunter2");
        string noKey = _certificate.WritePublicPart();
        string missing = pkcs12 + ".none";
        const string NotOpened = "is no PKCS#12 or PEM file with a private key that CertificatePassword opens";

        Fault(File(pkcs12, Password)).Should().Be(FileFault(pkcs12, NotOpened));
        Fault(File(pem, Password)).Should().Be(FileFault(pem, NotOpened));
        Fault(File(pem)).Should().Be(FileFault(pem, NotOpened));
        Fault(File(text)).Should().Be(FileFault(text, NotOpened));
        Fault(File(noKey)).Should().Be(FileFault(noKey, "holds no private key; signing in needs one"));
        Fault(File(missing)).Should().Be(FileFault(
            missing, "cannot be read (FileNotFoundException); check the path and who may read it"));
    }

    [Fact]
    public void Store_WithTheCertificate_IsSearchedByThumbprintOrSubject()
    {
        using TestCertificate longer = new(days: 30);
        using TestCertificate other = new("CN=presence, O=other", days: 60);
        using X509Store store = new(StoreName, StoreLocation.CurrentUser, OpenFlags.ReadWrite);
        X509Certificate2Collection certificates = [.. Persisted(_certificate, longer, other)];
        store.AddRange(certificates);
        try
        {
            string thumbprint = _certificate.Certificate.Thumbprint;

            Found(Store(thumbprint: thumbprint)).Should().Be(thumbprint);
            Found(Store(thumbprint: "\u200e" + string.Join(' ', thumbprint.Chunk(2).Select(c => new string(c)))))
                .Should().Be(thumbprint);
            Found(Store(subject: "CN=presence")).Should().Be(longer.Certificate.Thumbprint, "it is valid longest");
        }
        finally
        {
            store.RemoveRange(certificates);
        }
    }

    [Fact]
    public void Store_WithoutTheCertificate_IsSaid()
    {
        Fault(Store(thumbprint: "00")).Should().Match<OptionFault>(f =>
            f.Option == "Credential:CertificateThumbprint" && f.Value == "00"
            && f.Fault.Contains($"store {StoreName} of CurrentUser", StringComparison.Ordinal));
        Fault(Store(subject: "CN=none")).Should().Match<OptionFault>(f =>
            f.Option == "Credential:CertificateSubject" && f.Value == "CN=none");
    }

    public void Dispose() => _certificate.Dispose();

    private static PresenceCredentialOptions File(string path, string? password = null) =>
        new() { CertificatePath = path, CertificatePassword = password };

    private static PresenceCredentialOptions Store(string? thumbprint = null, string? subject = null) => new()
    {
        CertificateThumbprint = thumbprint,
        CertificateSubject = subject,
        CertificateStoreName = StoreName,
    };

    private static OptionFault FileFault(string path, string words) => new("Credential:CertificatePath", path, words);

    private static string Found(PresenceCredentialOptions options)
    {
        CertificateSource.Find(options, out X509Certificate2? certificate).Should().BeNull();
        using (certificate)
        {
            return certificate!.Thumbprint;
        }
    }

    private static OptionFault? Fault(PresenceCredentialOptions options) => CertificateSource.Find(options, out _);

    private static IEnumerable<X509Certificate2> Persisted(params TestCertificate[] certificates) =>
        certificates.Select(c => X509CertificateLoader.LoadPkcs12(
            c.Certificate.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.PersistKeySet));
}
