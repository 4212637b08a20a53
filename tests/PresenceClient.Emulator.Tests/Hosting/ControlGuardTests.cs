namespace PresenceClient.Emulator.Tests.Hosting;

/// <summary>Which requests over a socket the control API lets in.</summary>
public sealed class ControlGuardTests
{
    private const string Secret = "clientSecret";
    private const string Get = "GET /_emulator HTTP/1.1";

    [Theory]
    [InlineData("Host: localhost")]
    [InlineData("Host: localhost:1")]
    [InlineData("Host: 127.0.0.1")]
    [InlineData("Host: [::1]:5080")]
    [InlineData("Host: localhost:5080", "Origin: http://localhost:5080")]
    [InlineData("Host: localhost:5080", "Origin: https://localhost:5080", "Sec-Fetch-Site: same-origin")]
    [InlineData("Host: localhost", "Sec-Fetch-Site: none")]
    public async Task Control_ByALoopbackName_IsServed(params string[] headers)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        (int status, string text) = await RawRequest.SendAsync(tenant.Emulator, Get, headers);

        status.Should().Be(200, text);
        text.Should().Contain(Secret);
    }

    [Theory]
    [InlineData("Host: evil.example")]
    [InlineData("Host: evil.example:5080")]
    [InlineData("Host: 127.0.0.1.evil.example")]
    [InlineData("Host: localhost.evil.example")]
    [InlineData("Host: 0.0.0.0")]
    [InlineData("Host: ")]
    [InlineData("Host: evil.example", "X-Forwarded-Host: localhost")]
    [InlineData("Host: evil.example", "Origin: http://evil.example", "Sec-Fetch-Site: same-origin")]
    [InlineData("Host: localhost:5080", "Origin: http://localhost:3000")]
    [InlineData("Host: localhost", "Origin: http://evil.example")]
    [InlineData("Host: localhost", "Origin: http://localhost.evil.example")]
    [InlineData("Host: localhost", "Origin: null")]
    [InlineData("Host: localhost", "Origin: ")]
    [InlineData("Host: localhost", "Origin: http://localhost", "Origin: http://evil.example")]
    [InlineData("Host: localhost", "Sec-Fetch-Site: cross-site")]
    [InlineData("Host: localhost", "Sec-Fetch-Site: Cross-Site")]
    [InlineData("Host: localhost", "Sec-Fetch-Site: same-site")]
    [InlineData("Host: localhost", "Sec-Fetch-Site: none, cross-site")]
    public async Task Control_ByAForeignPage_IsForbiddenInWords(params string[] headers)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        (int status, string text) = await RawRequest.SendAsync(tenant.Emulator, Get, headers);

        status.Should().Be(403, text);
        text.Should().Contain("\"error\":\"").And.NotContain(Secret);
    }

    [Theory]
    [InlineData("GET /_emulator HTTP/1.1")]
    [InlineData("GET /_emulator HTTP/1.1", "Host: localhost", "Host: evil.example")]
    [InlineData("GET /_emulator HTTP/1.1", "Host: localhost", "Host: localhost")]
    [InlineData("GET /_emulator HTTP/1.0")]
    [InlineData("GET /_emulator HTTP/1.0", "Host: localhost", "Host: evil.example")]
    [InlineData("GET http://evil.example/_emulator HTTP/1.1", "Host: localhost")]
    [InlineData("GET http://evil.example/_emulator HTTP/1.1", "Host: evil.example")]
    [InlineData("GET /%5femulator HTTP/1.1", "Host: evil.example")]
    [InlineData("GET //_emulator/ HTTP/1.1", "Host: evil.example")]
    [InlineData("GET /x/../_emulator HTTP/1.1", "Host: evil.example")]
    public async Task Control_WithoutExactlyOneLoopbackHost_GivesNothingAway(string line, params string[] headers)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        (int status, string text) = await RawRequest.SendAsync(tenant.Emulator, line, headers);

        status.Should().BeInRange(400, 403, text);
        text.Should().NotContain(Secret);
    }

    [Theory]
    [InlineData("POST /_emulator/reset HTTP/1.1")]
    [InlineData("DELETE /_emulator/requests HTTP/1.1")]
    public async Task Control_ChangeByAForeignPage_ChangesNothing(string line)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        tenant.Emulator.Advance(TimeSpan.FromHours(1));
        await tenant.GetAsync("users");

        (int status, _) = await RawRequest.SendAsync(
            tenant.Emulator, line, "Host: localhost", "Origin: https://evil.example", "Content-Length: 0");

        status.Should().Be(403);
        tenant.Emulator.UtcNow.Should().Be(TestTenant.Start.AddHours(1));
        tenant.Emulator.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Control_InMemory_TakesAnyHostButNoForeignPage()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_emulator");
        request.Headers.Add("Origin", "https://evil.example");

        (await tenant.GetAsync("/_emulator")).Status.Should().Be(200);
        (await tenant.SendAsync(request)).Status.Should().Be(403);
    }
}
