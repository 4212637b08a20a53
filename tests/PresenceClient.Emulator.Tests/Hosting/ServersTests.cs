using System.Net.Http.Headers;
using System.Net.Sockets;
using Azure.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PresenceClient.Emulator.Hosting;

namespace PresenceClient.Emulator.Tests.Hosting;

public sealed class ServersTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Loopback_ServesWhatTheHandlerServes()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.Emulator.Users[0];
        using var http = new HttpClient();
        AccessToken token = await tenant.Emulator.CreateCredential()
            .GetTokenAsync(new TokenRequestContext(["https://graph.microsoft.com/.default"]), Cancel);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);

        Answer overHttp = await Answer.ReadAsync(
            await http.GetAsync(new Uri($"{tenant.Emulator.BaseAddress}/users/{user.Id}/presence"), Cancel));
        Answer inMemory = await tenant.ReadAsync(user);

        tenant.Emulator.BaseAddress.ToString().Should().MatchRegex(@"^http://127\.0\.0\.1:[0-9]+/v1\.0$");
        overHttp.Text.Should().Be(inMemory.Text);
        overHttp.Headers.Date.Should().Be(TestTenant.Start, "the date is the tenant's");
    }

    [Fact]
    public async Task Loopback_TokenThenBulkThenNextPage_WorksByHttpAlone()
    {
        await using PresenceEmulator emulator =
            await PresenceEmulator.StartAsync(options => options.Users = 120, Cancel);
        using var http = new HttpClient();
        var tokenAddress = new Uri(emulator.BaseAddress, $"/{emulator.TenantId}/oauth2/v2.0/token");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = emulator.Application.ClientId,
            ["client_secret"] = emulator.Application.ClientSecret,
            ["scope"] = "https://graph.microsoft.com/.default",
        });
        Answer token = await Answer.ReadAsync(await http.PostAsync(tokenAddress, form, Cancel));
        http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", token.Json.GetProperty("access_token").GetString());

        using var ids = new StringContent(
            $$"""{ "ids": ["{{emulator.Users[0].Id}}"] }""", new MediaTypeHeaderValue("application/json"));
        Answer bulk = await Answer.ReadAsync(
            await http.PostAsync(new Uri($"{emulator.BaseAddress}/communications/getPresencesByUserId"), ids, Cancel));
        Answer page = await Answer.ReadAsync(await http.GetAsync(new Uri($"{emulator.BaseAddress}/users"), Cancel));
        string next = page.Json.GetProperty("@odata.nextLink").GetString()!;
        Answer rest = await Answer.ReadAsync(await http.GetAsync(new Uri(next), Cancel));

        bulk.Json.GetProperty("value").GetArrayLength().Should().Be(1);
        next.Should().StartWith(emulator.BaseAddress.ToString());
        rest.Json.GetProperty("value").GetArrayLength().Should().Be(20);
    }

    [Fact]
    public async Task Answer_EchoesTheClientRequestId()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "groups");
        request.Headers.Add("client-request-id", "my-own");

        Answer answer = await tenant.SendAsync(request);

        answer.Headers.GetValues("client-request-id").Should().Equal("my-own");
        string requestId = answer.Headers.GetValues("request-id").Single();
        Guid.TryParse(requestId, out _).Should().BeTrue();
        System.Text.Json.JsonElement inner = answer.Json.GetProperty("error").GetProperty("innerError");
        inner.GetProperty("request-id").GetString().Should().Be(requestId);
        inner.GetProperty("client-request-id").GetString().Should().Be("my-own");
        inner.GetProperty("date").GetString().Should().Be("2026-09-07T09:00:00");
    }

    [Fact]
    public async Task Answer_WithoutClientRequestId_HasTheRequestIdTwice()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.GetAsync("users");

        answer.Headers.GetValues("client-request-id").Should().Equal(answer.Headers.GetValues("request-id"));
    }

    [Fact]
    public async Task Handler_ServerDropsTheConnection_ThrowsHttpRequestException()
    {
        using var server = new InMemoryServer(new Dropping());
        using var http = new HttpClient(server.CreateHandler());

        await http.Invoking(client => client.GetAsync(new Uri("http://localhost/"), Cancel))
            .Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task Handler_SynchronousSend_Works()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_emulator");

#pragma warning disable CA1849 // The synchronous path is what this test is about.
        using HttpResponseMessage response = tenant.Http.Send(request, Cancel);
#pragma warning restore CA1849

        response.IsSuccessStatusCode.Should().BeTrue();
    }

    [Fact]
    public async Task Handler_CallerCancels_ThrowsOperationCanceledException()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        var users = new Uri("users", UriKind.Relative);

        await tenant.Http.Invoking(client => client.GetAsync(users, new CancellationToken(canceled: true)))
            .Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Start_PortInUse_ThrowsIOException()
    {
        await using PresenceEmulator first = await PresenceEmulator.StartAsync(cancellationToken: Cancel);

        Func<Task> second = () => PresenceEmulator.StartAsync(options => options.Port = first.BaseAddress.Port, Cancel);

        (await second.Should().ThrowAsync<IOException>()).WithMessage("*address already in use*");
    }

    [Fact]
    public async Task Dispose_EvenTwice_FreesThePort()
    {
        PresenceEmulator emulator = await PresenceEmulator.StartAsync(cancellationToken: Cancel);
        int port = emulator.BaseAddress.Port;

        await emulator.DisposeAsync();
        await emulator.DisposeAsync();

        using var socket = new TcpClient();
        await socket.Invoking(client => client.ConnectAsync("127.0.0.1", port, Cancel).AsTask())
            .Should().ThrowAsync<SocketException>();
    }

    private sealed class Dropping : Microsoft.AspNetCore.Hosting.Server.IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public void DisposeContext(HttpContext context, Exception? exception)
        {
            // Nothing is held.
        }

        public Task ProcessRequestAsync(HttpContext context)
        {
            context.Abort();
            return Task.CompletedTask;
        }
    }
}
