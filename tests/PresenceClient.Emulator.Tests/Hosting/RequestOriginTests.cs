using System.Text.RegularExpressions;

namespace PresenceClient.Emulator.Tests.Hosting;

/// <summary>Where the links of answers lead, whatever Host the caller sends.</summary>
public sealed class RequestOriginTests
{
    [Theory]
    [InlineData("localhost:81", "http://localhost:81")]
    [InlineData("[::1]:81", "http://[::1]:81")]
    [InlineData("evil.example", "{own}")]
    [InlineData("127.0.0.1.evil.example:80", "{own}")]
    [InlineData("", "{own}")]
    public async Task NextLink_OverASocket_LeadsToThisMachine(string host, string origin)
    {
        await using TestTenant tenant = await StartAsync();

        (int status, string text) = await RawRequest.SendAsync(
            tenant.Emulator, "GET /v1.0/users?$top=1 HTTP/1.1", $"Host: {host}");

        status.Should().Be(200, text);
        string own = tenant.Emulator.BaseAddress.GetLeftPart(UriPartial.Authority);
        NextLink(text).Should().StartWith(origin.Replace("{own}", own, StringComparison.Ordinal) + "/v1.0/users?");
        text.Should().NotContain("evil").And.Contain("https://graph.microsoft.com/v1.0/$metadata#users");
    }

    [Fact]
    public async Task NextLink_InABatch_LeadsToThisMachine()
    {
        await using TestTenant tenant = await StartAsync();
        const string body = """{"requests":[{"id":"1","method":"GET","url":"/users?$top=1"}]}""";

        (int status, string text) = await RawRequest.SendAsync(
            tenant.Emulator,
            "POST /v1.0/$batch HTTP/1.1",
            "Host: evil.example",
            "Content-Type: application/json",
            $"Content-Length: {body.Length}\r\n\r\n{body}");

        status.Should().Be(200, text);
        NextLink(text).Should().StartWith(tenant.Emulator.BaseAddress + "/users?");
    }

    [Theory]
    [InlineData("graph.microsoft.us", "https://graph.microsoft.us/v1.0/users?")]
    [InlineData("graph.microsoft.com:8443", "https://graph.microsoft.com:8443/v1.0/users?")]
    [InlineData("a/b", "https://graph.microsoft.com/v1.0/users?")]
    [InlineData("graph.microsoft.com@evil.example", "https://graph.microsoft.com/v1.0/users?")]
    public async Task NextLink_InMemory_LeadsToTheHostThatWasAskedIfItIsOne(string host, string link)
    {
        await using TestTenant tenant = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "users?$top=1");
        request.Headers.TryAddWithoutValidation("Host", host);

        Answer answer = await tenant.SendAsync(request);

        answer.Json.GetProperty("@odata.nextLink").GetString().Should().StartWith(link);
    }

    private static Task<TestTenant> StartAsync() => TestTenant.StartAsync(options => options.NoAuth = true);

    private static string NextLink(string text) =>
        Regex.Match(text, "nextLink\":\"([^\"]*)", RegexOptions.None).Groups[1].Value;
}
