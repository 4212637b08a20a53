using System.Text.Json;
using PresenceClient.Emulator.Tests.Hosting;

namespace PresenceClient.Emulator.Tests.Identity;

/// <summary>What sign-in libraries read about the sign-in service before they request a token.</summary>
public sealed class AuthorityTests
{
    private const string Metadata = "v2.0/.well-known/openid-configuration";

    [Theory]
    [InlineData("{id}", "{id}", "{id}")]
    [InlineData("CONTOSO.example", "{id}", "{id}")]
    [InlineData("common", "{tenantid}", "common")]
    [InlineData("organizations", "{tenantid}", "organizations")]
    public async Task Metadata_OfTheTenant_HasTheAddressesOfTheHostAsked(string name, string issuer, string segment)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        string Fill(string text) => text.Replace("{id}", tenant.Emulator.TenantId, StringComparison.Ordinal);

        Answer answer = await tenant.GetAsync($"https://login.example/{Fill(name)}/{Metadata}");

        answer.Status.Should().Be(200, answer.Text);
        answer.ContentHeaders.ContentType!.ToString().Should().Be("application/json; charset=utf-8");
        string root = $"https://login.example/{Fill(segment)}";
        Text(answer, "issuer").Should().Be($"https://login.example/{Fill(issuer)}/v2.0");
        Text(answer, "token_endpoint").Should().Be($"{root}/oauth2/v2.0/token");
        Text(answer, "authorization_endpoint").Should().Be($"{root}/oauth2/v2.0/authorize");
        Text(answer, "jwks_uri").Should().Be($"{root}/discovery/v2.0/keys");
        answer.Json.GetProperty("token_endpoint_auth_methods_supported").EnumerateArray()
            .Select(method => method.GetString()).Should().Equal("client_secret_post", "client_secret_basic");
        tenant.Emulator.Requests.Should().BeEmpty("sign-in is not a request to Graph");
    }

    [Theory]
    [InlineData("localhost:81", "http://localhost:81/")]
    [InlineData("evil.example", "{own}")]
    [InlineData("127.0.0.1.evil.example:80", "{own}")]
    [InlineData("", "{own}")]
    public async Task Metadata_OverASocket_LeadsToThisMachine(string host, string root)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        (int status, string text) = await RawRequest.SendAsync(
            tenant.Emulator, $"GET /common/{Metadata} HTTP/1.1", $"Host: {host}", "X-Forwarded-Host: evil.example");

        status.Should().Be(200, text);
        string own = new Uri(tenant.Emulator.BaseAddress, "/").AbsoluteUri;
        text.Should().NotContain("evil").And.Contain(
            $"\"token_endpoint\":\"{root.Replace("{own}", own, StringComparison.Ordinal)}common/oauth2/v2.0/token\"");
    }

    [Theory]
    [InlineData(Metadata)]
    [InlineData("discovery/v2.0/keys")]
    public async Task Metadata_OfAnotherTenant_IsTheErrorOfTheTokenEndpoint(string path)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.GetAsync($"/fabrikam.example/{path}");

        answer.Status.Should().Be(400);
        Text(answer, "error").Should().Be("invalid_request");
        Text(answer, "error_description").Should().StartWith("AADSTS90002: Tenant 'fabrikam.example' not found.");
    }

    [Fact]
    public async Task Addresses_OfTheMetadata_AreServed()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        Answer metadata = await tenant.GetAsync($"/common/{Metadata}");

        Answer keys = await tenant.GetAsync(Text(metadata, "jwks_uri"));
        Answer signIn = await tenant.GetAsync(Text(metadata, "authorization_endpoint") + "?response_type=code");

        keys.Status.Should().Be(200);
        keys.Json.GetProperty("keys").GetArrayLength().Should().Be(1, "the validation tokens of notifications have it");
        signIn.Status.Should().Be(400);
        Text(signIn, "error").Should().Be("unsupported_response_type");
        Text(signIn, "error_description").Should().Contain("client_credentials or password");
    }

    [Theory]
    [InlineData("POST", $"/common/{Metadata}", "GET, HEAD")]
    [InlineData("DELETE", "/common/discovery/v2.0/keys", "GET, HEAD")]
    [InlineData("PUT", "/common/oauth2/v2.0/authorize", "GET, HEAD")]
    [InlineData("GET", "/common/oauth2/v2.0/token", "POST")]
    public async Task AnotherMethod_IsRefusedWithTheAllowedOnes(string method, string path, string allowed)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.SendAsync(new HttpMethod(method), path, null, null);

        answer.Status.Should().Be(405);
        string.Join(", ", answer.ContentHeaders.Allow).Should().Be(allowed);
    }

    private static string Text(Answer answer, string property) =>
        answer.Json.TryGetProperty(property, out JsonElement value) ? value.GetString()! : $"no {property}";
}
