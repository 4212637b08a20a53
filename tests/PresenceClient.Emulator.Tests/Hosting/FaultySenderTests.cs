using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Azure.Core;

namespace PresenceClient.Emulator.Tests.Hosting;

/// <summary>
/// What happens to the connection is the same for a caller over a socket and in memory: the exceptions are those of
/// .NET's own handler.
/// </summary>
public sealed class FaultySenderTests
{
    // No letter of it takes more than one byte.
    private const string Ids = "users?$select=id";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task Drop_IsAnHttpRequestException_AfterTheWorkOrBefore(bool overHttp, bool afterWork)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        using HttpClient http = await ClientAsync(tenant, overHttp);
        // A connection that was used before is not one that .NET's handler quietly tries again.
        await http.GetStringAsync(Path(Ids), Cancel);
        tenant.Emulator.ClearRequests();
        using (tenant.Emulator.InjectFault(EmulatorFault.DropConnection(afterWork) with { Times = 1 }))
        {
            using var body = new StringContent(tenant.SessionBody("Busy", "InACall"));
            await http.Awaiting(it => it.PostAsync(Path($"users/{user.Id}/presence/setPresence"), body, Cancel))
                .Should().ThrowAsync<HttpRequestException>();
        }

        (await tenant.ReadAsync(user)).Pair.Should().Be(afterWork ? "Busy/InACall" : "Offline/Offline");
        tenant.Emulator.Requests[0].Status.Should().BeNull();
    }

    [Fact]
    public async Task Drop_OverASocket_IsAReset()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        tenant.Emulator.InjectFault(EmulatorFault.DropConnection());
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", tenant.Emulator.BaseAddress.Port, Cancel);
        NetworkStream stream = socket.GetStream();
        await stream.WriteAsync("GET /v1.0/users HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray(), Cancel);

        Func<Task> read = async () => await stream.ReadExactlyAsync(new byte[1], Cancel);

        (await read.Should().ThrowAsync<IOException>()).WithInnerException<SocketException>()
            .Which.SocketErrorCode.Should().Be(SocketError.ConnectionReset);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(true, 40)]
    [InlineData(false, 0)]
    [InlineData(false, 40)]
    public async Task Truncate_BreaksOffAfterSoManyBytes(bool overHttp, int bytes)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        string whole = (await tenant.GetAsync(Ids)).Text;
        using HttpClient http = await ClientAsync(tenant, overHttp);
        tenant.Emulator.InjectFault(EmulatorFault.Truncate(bytes));

        using HttpResponseMessage response =
            await http.GetAsync(Path(Ids), HttpCompletionOption.ResponseHeadersRead, Cancel);
        var read = new MemoryStream();
        Func<Task> readAll = async () => await (await response.Content.ReadAsStreamAsync(Cancel)).CopyToAsync(read, Cancel);

        (await readAll.Should().ThrowAsync<HttpIOException>()).Which.HttpRequestError.Should()
            .Be(HttpRequestError.ResponseEnded);
        Encoding.UTF8.GetString(read.ToArray()).Should().Be(whole[..bytes]);
        response.IsSuccessStatusCode.Should().BeTrue();
        response.Content.Headers.ContentLength.Should().Be(whole.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Truncate_ReadAsAWhole_IsAnHttpRequestException(bool overHttp)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        using HttpClient http = await ClientAsync(tenant, overHttp);
        tenant.Emulator.InjectFault(EmulatorFault.Truncate(40));

        (await http.Awaiting(it => it.GetStringAsync(Path(Ids), Cancel)).Should()
            .ThrowAsync<HttpRequestException>()).WithInnerException<HttpIOException>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Truncate_BeyondTheEnd_SendsAll(bool overHttp)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        using HttpClient http = await ClientAsync(tenant, overHttp);
        string whole = await http.GetStringAsync(Path(Ids), Cancel);
        tenant.Emulator.InjectFault(EmulatorFault.Truncate(1_000_000));

        (await http.GetStringAsync(Path(Ids), Cancel)).Should().Be(whole);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Delay_WaitsOnce_ByTheGivenTimeProvider(bool overHttp)
    {
        var clock = new HurriedClock();
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.TimeProvider = clock);
        using HttpClient http = await ClientAsync(tenant, overHttp);
        tenant.Emulator.InjectFault(EmulatorFault.Slow(TimeSpan.FromMinutes(7)) with { Path = "/users" });

        await http.GetStringAsync(Path(Ids), Cancel);

        clock.Pauses.Should().Equal(TimeSpan.FromMinutes(7));
    }

    [Fact]
    public async Task Delay_AnswerTellsWhatWasSoWhenTheRequestCame()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        tenant.Emulator.InjectFault(EmulatorFault.Slow(TimeSpan.FromSeconds(30)) with { Times = 1 });
        Task<Answer> slow = tenant.ReadAsync(user);
        while (tenant.Emulator.Requests is not [{ Status: 200 }])
            await Task.Yield();

        user.SetTeamsClient("Busy", "InACall");
        while (!slow.IsCompleted)
        {
            tenant.Advance(1);
            await Task.Yield();
        }

        (await slow).Pair.Should().Be("Offline/Offline");
        (await tenant.ReadAsync(user)).Pair.Should().Be("Busy/InACall");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Delay_CallerLeaves_EndsIt(bool overHttp)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        using HttpClient http = await ClientAsync(tenant, overHttp);
        tenant.Emulator.InjectFault(EmulatorFault.Slow(TimeSpan.FromSeconds(30)));
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task<string> slow = http.GetStringAsync(Path(Ids), leave.Token);
        while (tenant.Emulator.Requests is not [{ Status: 200 }])
            await Task.Yield();

        await leave.CancelAsync();

        await slow.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Trickle_PausesBeforeEach16Bytes(bool overHttp)
    {
        var clock = new HurriedClock();
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.TimeProvider = clock);
        using HttpClient http = await ClientAsync(tenant, overHttp);
        string whole = await http.GetStringAsync(Path(Ids), Cancel);
        tenant.Emulator.InjectFault(new EmulatorFault { Trickle = TimeSpan.FromSeconds(2) });

        string text = await http.GetStringAsync(Path(Ids), Cancel);

        text.Should().Be(whole);
        clock.Pauses.Should().HaveCount((whole.Length + 15) / 16).And.OnlyContain(it => it == TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(true, 40)]
    [InlineData(false, null)]
    [InlineData(false, 40)]
    public async Task NeverEnds_AfterTheBody_IsSilenceUntilTheEmulatorStops(bool overHttp, int? bytes)
    {
        TestTenant tenant = await TestTenant.StartAsync();
        string whole = (await tenant.GetAsync(Ids)).Text;
        using HttpClient http = await ClientAsync(tenant, overHttp);
        tenant.Emulator.InjectFault(EmulatorFault.Endless() with { TruncateAt = bytes });
        using HttpResponseMessage response =
            await http.GetAsync(Path(Ids), HttpCompletionOption.ResponseHeadersRead, Cancel);
        Stream body = await response.Content.ReadAsStreamAsync(Cancel);
        var start = new byte[bytes ?? whole.Length];
        await body.ReadExactlyAsync(start, Cancel);

        Task<int> more = body.ReadAsync(new byte[1], Cancel).AsTask();
        bool ended = more.IsCompleted;
        await tenant.DisposeAsync();

        Encoding.UTF8.GetString(start).Should().Be(whole[..start.Length]);
        ended.Should().BeFalse();
        await more.Awaiting(it => it).Should().ThrowAsync<IOException>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task NeverEnds_WithTrickle_GoesOnWithSpaces(bool overHttp)
    {
        await using TestTenant tenant =
            await TestTenant.StartAsync(options => options.TimeProvider = new HurriedClock());
        string whole = (await tenant.GetAsync(Ids)).Text;
        using HttpClient http = await ClientAsync(tenant, overHttp);
        tenant.Emulator.InjectFault(EmulatorFault.Endless() with { Trickle = TimeSpan.FromSeconds(1) });

        using HttpResponseMessage response =
            await http.GetAsync(Path(Ids), HttpCompletionOption.ResponseHeadersRead, Cancel);
        var start = new byte[whole.Length + 100];
        await (await response.Content.ReadAsStreamAsync(Cancel)).ReadExactlyAsync(start, Cancel);

        Encoding.UTF8.GetString(start).Should().Be(whole + new string(' ', 100));
    }

    private static async Task<HttpClient> ClientAsync(TestTenant tenant, bool overHttp)
    {
        HttpClient http = overHttp ? new HttpClient() : new HttpClient(tenant.Emulator.CreateHandler());
        http.BaseAddress = new Uri(tenant.Emulator.BaseAddress + "/");
        AccessToken token = await tenant.Emulator.CreateCredential()
            .GetTokenAsync(new TokenRequestContext(["https://graph.microsoft.com/.default"]), Cancel);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        return http;
    }

    private static Uri Path(string path) => new(path, UriKind.Relative);
}
