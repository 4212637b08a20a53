using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace PresenceClient.Emulator.Tests.Hosting;

/// <summary>
/// What happens to the connection is the same for a caller over a socket and in memory: the exceptions are those of
/// .NET's own handler.
/// </summary>
public sealed class BrokenConnectionTests
{
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
        using HttpClient http = await Transport.ConnectAsync(tenant, overHttp);
        // A connection that was used before is not one that .NET's handler quietly tries again.
        await http.GetStringAsync(Transport.Path(Transport.Ids), Cancel);
        tenant.Emulator.ClearRequests();
        using (tenant.Emulator.InjectFault(EmulatorFault.DropConnection(afterWork) with { Times = 1 }))
        {
            using var body = new StringContent(
                tenant.SessionBody("Busy", "InACall"), new MediaTypeHeaderValue("application/json"));
            HttpRequestException dropped = (await http
                .Awaiting(it => it.PostAsync(Transport.Path($"users/{user.Id}/presence/setPresence"), body, Cancel))
                .Should().ThrowAsync<HttpRequestException>()).Which;
            dropped.InnerException.Should().BeOfType<IOException>().Which.InnerException.Should()
                .BeOfType<SocketException>().Which.SocketErrorCode.Should().Be(SocketError.ConnectionReset);
            dropped.HttpRequestError.Should().Be(HttpRequestError.Unknown);
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
        string whole = (await tenant.GetAsync(Transport.Ids)).Text;
        using HttpClient http = await Transport.ConnectAsync(tenant, overHttp);
        tenant.Emulator.InjectFault(EmulatorFault.Truncate(bytes));

        using HttpResponseMessage response =
            await http.GetAsync(Transport.Path(Transport.Ids), HttpCompletionOption.ResponseHeadersRead, Cancel);
        var read = new MemoryStream();
        Stream body = await response.Content.ReadAsStreamAsync(Cancel);
        Func<Task> readAll = async () => await body.CopyToAsync(read, Cancel);

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
        using HttpClient http = await Transport.ConnectAsync(tenant, overHttp);
        tenant.Emulator.InjectFault(EmulatorFault.Truncate(40));

        (await http.Awaiting(it => it.GetStringAsync(Transport.Path(Transport.Ids), Cancel)).Should()
            .ThrowAsync<HttpRequestException>()).WithInnerException<HttpIOException>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Truncate_BeyondTheEnd_SendsAll(bool overHttp)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        using HttpClient http = await Transport.ConnectAsync(tenant, overHttp);
        string whole = await http.GetStringAsync(Transport.Path(Transport.Ids), Cancel);
        tenant.Emulator.InjectFault(EmulatorFault.Truncate(1_000_000));

        (await http.GetStringAsync(Transport.Path(Transport.Ids), Cancel)).Should().Be(whole);
    }
}
