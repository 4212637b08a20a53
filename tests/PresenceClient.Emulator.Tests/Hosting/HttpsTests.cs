using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using PresenceClient.TestSupport;

namespace PresenceClient.Emulator.Tests.Hosting;

/// <summary>The loopback port over https, with the certificate that the emulator creates.</summary>
public sealed class HttpsTests
{
    private const string UsersPath = "/v1.0/users?$top=1";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1", "1.1")]
    [InlineData("127.0.0.1", "2.0")]
    [InlineData("localhost", "2.0")]
    public async Task Https_ClientThatTrustsTheCertificate_IsServed(string host, string version)
    {
        await using TestTenant tenant = await StartAsync();
        using HttpClient http = Connect(tenant);

        Answer answer = await GetAsync(http, $"https://{host}:{tenant.Emulator.BaseAddress.Port}{UsersPath}", version);

        tenant.Emulator.BaseAddress.ToString().Should().MatchRegex(@"^https://127\.0\.0\.1:[0-9]+/v1\.0$");
        answer.Status.Should().Be(200, answer.Text);
    }

    [Fact]
    public async Task Https_ClientThatDoesNotTrustTheCertificate_GetsNoAnswer()
    {
        await using TestTenant tenant = await StartAsync();
        await using TestTenant other = await StartAsync();
        using HttpClient http = Connect(other);

        (await http.Awaiting(it => it.GetAsync(Address(tenant), Cancel)).Should().ThrowAsync<HttpRequestException>())
            .Which.HttpRequestError.Should().Be(HttpRequestError.SecureConnectionError);
        tenant.Emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Https_ByHttp_GetsNoAnswer()
    {
        await using TestTenant tenant = await StartAsync();
        using var http = new HttpClient();

        await http.Awaiting(it => it.GetAsync(new Uri($"http://{Address(tenant).Authority}{UsersPath}"), Cancel))
            .Should().ThrowAsync<HttpRequestException>();
        tenant.Emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Certificate_IsOfThisStartAndHasNoKey()
    {
        await using TestTenant tenant = await StartAsync();
        await using TestTenant other = await StartAsync();
        X509Certificate2 certificate = tenant.Emulator.Certificate!;

        certificate.HasPrivateKey.Should().BeFalse();
        certificate.ExportCertificatePem().Should().NotContain("PRIVATE");
        certificate.Thumbprint.Should().NotBe(other.Emulator.Certificate!.Thumbprint);
        certificate.NotBefore.Should().BeBefore(DateTime.Now);
        certificate.NotAfter.Should().BeAfter(DateTime.Now.AddDays(300)).And.BeBefore(DateTime.Now.AddDays(397));
    }

    [Fact]
    public async Task Certificate_OverHttp_IsNull()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        tenant.Emulator.Certificate.Should().BeNull();
    }

    [Theory]
    [InlineData("localhost:81", "1.1", "https://localhost:81")]
    [InlineData("localhost:81", "2.0", "https://localhost:81")]
    [InlineData("[::1]", "2.0", "https://[::1]")]
    [InlineData("evil.example", "1.1", "{own}")]
    [InlineData("evil.example", "2.0", "{own}")]
    [InlineData("127.0.0.1.evil.example:443", "2.0", "{own}")]
    public async Task NextLink_LeadsToThisMachineByHttps(string host, string version, string origin)
    {
        await using TestTenant tenant = await StartAsync();
        using HttpClient http = ConnectByAnyName(tenant);

        Answer answer = await GetAsync(http, Address(tenant).AbsoluteUri, version, host);

        NextLink(answer.Text).Should().StartWith(Own(origin, tenant) + "/v1.0/users?");
        answer.Text.Should().NotContain("evil");
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task NextLink_InABatch_LeadsToThisMachineByHttps(string version)
    {
        await using TestTenant tenant = await StartAsync();
        using HttpClient http = ConnectByAnyName(tenant);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{tenant.Emulator.BaseAddress}/$batch")
        {
            Version = Version.Parse(version),
            Content = new StringContent(
                """{"requests":[{"id":"1","method":"GET","url":"/users?$top=1"}]}""",
                new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")),
        };
        request.Headers.Host = "evil.example";
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Add("X-Forwarded-Proto", "http");

        Answer answer = await Answer.ReadAsync(await http.SendAsync(request, Cancel));

        answer.Status.Should().Be(200, answer.Text);
        NextLink(answer.Text).Should().StartWith($"{tenant.Emulator.BaseAddress}/users?");
    }

    [Theory]
    [InlineData("localhost", "https://localhost", 200)]
    [InlineData("evil.example", null, 403)]
    [InlineData("localhost", "https://evil.example", 403)]
    public async Task Control_OverHttps_IsGuardedAsOverHttp(string host, string? origin, int status)
    {
        await using TestTenant tenant = await StartAsync();
        using HttpClient http = ConnectByAnyName(tenant);

        Answer answer = await GetAsync(http, new Uri(Address(tenant), "/_emulator").AbsoluteUri, "2.0", host, origin);

        answer.Status.Should().Be(status, answer.Text);
        answer.Text.Contains("clientSecret", StringComparison.Ordinal).Should().Be(status == 200);
    }

    [Theory]
    [InlineData("1.1", true)]
    [InlineData("1.1", false)]
    [InlineData("2.0", true)]
    [InlineData("2.0", false)]
    public async Task Fault_ThatBreaksTheConnection_IsAnHttpRequestException(string version, bool drop)
    {
        await using TestTenant tenant = await StartAsync();
        using HttpClient http = Connect(tenant);
        await GetAsync(http, Address(tenant).AbsoluteUri, version);
        tenant.Emulator.InjectFault(
            (drop ? EmulatorFault.DropConnection() : EmulatorFault.Truncate(40)) with { Times = 1 });

        await http.Awaiting(it => GetAsync(it, Address(tenant).AbsoluteUri, version))
            .Should().ThrowAsync<HttpRequestException>();
        (await GetAsync(http, Address(tenant).AbsoluteUri, version)).Status.Should().Be(200);
    }

    private static Task<TestTenant> StartAsync() =>
        TestTenant.StartAsync(options => (options.Https, options.NoAuth) = (HttpsCertificate.SelfSigned, true));

    private static HttpClient Connect(TestTenant tenant) => TrustingClient.Create(tenant.Emulator.Certificate!);

    /// <summary>A client that sends any Host. Otherwise .NET would require it in the certificate.</summary>
    private static HttpClient ConnectByAnyName(TestTenant tenant) =>
        TrustingClient.Create(tenant.Emulator.Certificate!, anyHost: true);

    private static Uri Address(TestTenant tenant) => new(tenant.Emulator.BaseAddress, UsersPath);

    private static string Own(string origin, TestTenant tenant) =>
        origin.Replace("{own}", $"https://{tenant.Emulator.BaseAddress.Authority}", StringComparison.Ordinal);

    private static string NextLink(string text) =>
        Regex.Match(text, "nextLink\":\"([^\"]*)", RegexOptions.None).Groups[1].Value;

    private static async Task<Answer> GetAsync(
        HttpClient http, string address, string version, string? host = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address)
        {
            Version = Version.Parse(version),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.Host = host;
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        HttpResponseMessage response = await http.SendAsync(request, Cancel);
        response.Version.Should().Be(request.Version);
        return await Answer.ReadAsync(response);
    }
}
