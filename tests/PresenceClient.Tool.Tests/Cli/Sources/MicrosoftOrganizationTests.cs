namespace PresenceClient.Tool.Tests;

public sealed class MicrosoftOrganizationTests
{
    private const string ClientId = "11111111-1111-4111-8111-111111111111";

    [Fact]
    public async Task Connect_Secret_IsReady()
    {
        await using Organization organization =
            MicrosoftOrganization.Connect(new SignIn("contoso.com", ClientId) { ClientSecret = "secret" });

        organization.Name.Should().Be("contoso.com");
    }

    [Fact]
    public async Task Connect_Interactive_IsReady()
    {
        await using Organization organization =
            MicrosoftOrganization.Connect(new SignIn("contoso.com", ClientId) { Interactive = true });

        organization.Client.Should().NotBeNull();
    }

    [Fact]
    public void Connect_UnreadableCertificate_FailsBeforeSignIn()
    {
        Action connect = () => MicrosoftOrganization.Connect(
            new SignIn("contoso.com", ClientId) { CertificateFile = Path.GetTempPath() });

        connect.Should().Throw<CliException>();
    }
}
