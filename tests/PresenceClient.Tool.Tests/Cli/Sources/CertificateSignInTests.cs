namespace PresenceClient.Tool.Tests;

/// <summary>The client's own code reads a certificate before the first sign-in.</summary>
public sealed class CertificateSignInTests : IDisposable
{
    private const string Password = "open sesame";

    private readonly TestCertificate _certificate = new("CN=board");

    public void Dispose() => _certificate.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a password of something else")]
    public async Task Connect_Pem_IsReady(string? password) => await IsReadyAsync(_certificate.WritePem(), password);

    [Fact]
    public async Task Connect_EncryptedPem_TakesThePassword()
    {
        await IsReadyAsync(_certificate.Write(_certificate.Pem, _certificate.EncryptedKeyPem(Password)), Password);
        await IsReadyAsync(_certificate.Write(_certificate.EncryptedKeyPem(Password), _certificate.Pem), Password);
    }

    [Fact]
    public async Task Connect_Pkcs12_TakesThePassword() =>
        await IsReadyAsync(_certificate.WritePkcs12(Password), Password);

    [Fact]
    public void Connect_WrongPassword_NamesTheVariable()
    {
        string path = _certificate.WritePkcs12(Password);

        Connecting(path, "wrong").Should().Throw<CliException>()
            .WithMessage($"--certificate {path}: *PRESENCE_CERTIFICATE_PASSWORD*");
    }

    [Fact]
    public void Connect_NoKey_IsRefused() => Connecting(_certificate.Write(_certificate.Pem)).Should()
        .Throw<CliException>().WithMessage("--certificate *no private key*");

    [Fact]
    public void Connect_NoSuchFile_SaysSo() => Connecting("team.not").Should().Throw<CliException>()
        .WithMessage("--certificate team.not: The file does not exist.*");

    [Fact]
    public void Connect_Expired_SaysWhen()
    {
        using var old = new TestCertificate(from: -9, to: -2);

        Connecting(old.WritePem()).Should().Throw<CliException>().WithMessage($"*expired*{old.To:yyyy-MM-dd}*");
    }

    [Fact]
    public void Connect_TenantOfMany_NamesTheArgument()
    {
        Action connect = () => MicrosoftOrganization.Connect(
            new SignIn("Common", Some.Id(1)) { CertificateFile = _certificate.WritePem() });

        connect.Should().Throw<CliException>().WithMessage("--tenant: The value stands for many tenants.*");
    }

    private static Action Connecting(string path, string? password = null) => () => Connect(path, password);

    private static async Task IsReadyAsync(string path, string? password)
    {
        await using Organization organization = Connect(path, password);

        organization.Client.Should().NotBeNull();
    }

    private static Organization Connect(string path, string? password) => MicrosoftOrganization.Connect(
        new SignIn("contoso.com", Some.Id(1)) { CertificateFile = path, CertificatePassword = password });
}
