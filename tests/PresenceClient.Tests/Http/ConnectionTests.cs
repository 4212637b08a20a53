using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using PresenceClient.Http;
using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Http;

/// <summary>Over a real connection, with the client's own handler.</summary>
public sealed class ConnectionTests
{
    [Fact]
    public async Task WholeAnswer_IsRead()
    {
        UserPresence presence = await ReadAsync(Answer(Encoding.UTF8.GetBytes(Samples.Presence())));

        presence.Activity.Should().Be(PresenceActivity.InACall);
    }

    [Fact]
    public async Task CompressedAnswer_IsRead()
    {
        byte[] zipped = Zip("gzip", Encoding.UTF8.GetBytes(Samples.Presence()));

        UserPresence presence = await ReadAsync(Answer(zipped, "Content-Encoding: gzip\r\n"));

        presence.Id.Should().Be(Samples.Adele);
    }

    [Theory]
    [InlineData("gzip", false)]
    [InlineData("gzip", true)]
    [InlineData("deflate", false)]
    [InlineData("deflate", true)]
    [InlineData("br", false)]
    [InlineData("br", true)]
    public async Task CompressedAnswer_CorruptOrCutOff_IsRetried(string encoding, bool cutOff)
    {
        byte[] zipped = Zip(encoding, Encoding.UTF8.GetBytes(Samples.Presence()));
        byte[] damaged = cutOff ? zipped[..(zipped.Length / 2)] : Damage(zipped);
        await using var server = new LoopbackServer(Answer(damaged, $"Content-Encoding: {encoding}\r\n"));
        using var client = new PresenceServiceClient(new FakeCredential(), new()
        {
            BaseAddress = server.BaseAddress,
            MaxRetries = 2,
            TimeProvider = new WaitClock(FakeGraph.Start) { Jumps = true },
        });

        await client.Awaiting(c => c.Me.GetPresenceAsync(Test.Token)).Should().ThrowExactlyAsync<PresenceException>();

        server.Heads.Should().HaveCount(3);
    }

    [Fact]
    public async Task Cookies_AreNotKept()
    {
        await using var server = new LoopbackServer(
            Answer(Encoding.UTF8.GetBytes(Samples.Presence()), "Set-Cookie: who=you; Path=/\r\n"));
        using PresenceServiceClient client = ClientOf(server.BaseAddress);

        await client.Me.GetPresenceAsync(Test.Token);
        await client.Me.GetPresenceAsync(Test.Token);

        server.Heads.Should().HaveCount(2).And.NotContain(
            head => head.Contains("cookie", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task HalfTheAnnouncedBody_IsAFailure()
    {
        byte[] whole = Answer(Encoding.UTF8.GetBytes(Samples.Presence()));

        PresenceException failure = await FailAsync(whole[..^100]);

        failure.Should().BeOfType<PresenceException>();
        failure.InnerException.Should().Match(e => e is IOException || e is HttpRequestException);
    }

    [Fact]
    public async Task HalfTheHead_IsAFailure() =>
        (await FailAsync("HTTP/1.1 200 O"u8.ToArray())).InnerException.Should().BeOfType<HttpRequestException>();

    [Fact]
    public async Task NoAnswer_IsAFailure() =>
        (await FailAsync([])).InnerException.Should().BeOfType<HttpRequestException>();

    [Fact]
    public async Task AnswerThatIsNotHttp_IsAFailure() =>
        (await FailAsync("SSH-2.0-OpenSSH_9.6\r\n"u8.ToArray())).InnerException.Should()
            .BeOfType<HttpRequestException>();

    [Fact]
    public async Task Redirect_IsNotFollowed()
    {
        byte[] redirect = "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/v1.0/me\r\nContent-Length: 0\r\n\r\n"u8
            .ToArray();

        PresenceException failure = await FailAsync(redirect);

        failure.StatusCode.Should().Be(HttpStatusCode.Found);
        failure.Message.Should().Contain("Redirects are not followed");
    }

    [Fact]
    public async Task RedirectFollowedByTheCallersClient_IsNotBelieved()
    {
        await using var elsewhere = new LoopbackServer(Answer(Encoding.UTF8.GetBytes(Samples.Presence())));
        await using var server = new LoopbackServer(Encoding.ASCII.GetBytes(
            $"HTTP/1.1 307 Away\r\nLocation: {elsewhere.BaseAddress}/me/presence\r\nContent-Length: 0\r\n\r\n"));
        using var following = new HttpClient();
        var options = new PresenceClientOptions { BaseAddress = server.BaseAddress, HttpClient = following };
        using var client = new PresenceServiceClient(new FakeCredential(), options);

        await client.Awaiting(c => c.Me.GetPresenceAsync(Test.Token)).Should().ThrowExactlyAsync<PresenceException>()
            .WithMessage("*redirect to another host*AllowAutoRedirect*");
        await client.Awaiting(c => c.Me.Preferred.ClearAsync(Test.Token)).Should()
            .ThrowExactlyAsync<PresenceException>().WithMessage("*redirect to another host*");
    }

    [Fact]
    public async Task ConnectionRefused_IsAFailure()
    {
        using Socket socket = ClosedPort.Open();
        using PresenceServiceClient client = ClientOf(new Uri($"http://{socket.LocalEndPoint}/v1.0"));

        (await client.Awaiting(c => c.Me.GetPresenceAsync(Test.Token)).Should().ThrowExactlyAsync<PresenceException>())
            .WithInnerException<HttpRequestException>();
    }

    [Fact]
    public void OwnHandler_OpensAnotherHttp2ConnectionWhenOneIsFull()
    {
        using SocketsHttpHandler handler = ConnectionFactory.CreateHandler(address: null, ConnectionFactory.PingTime);

        handler.EnableMultipleHttp2Connections.Should().BeTrue();
    }

    private static PresenceServiceClient ClientOf(Uri address) =>
        new(new FakeCredential(), new PresenceClientOptions { BaseAddress = address, MaxRetries = 0 });

    private static async Task<UserPresence> ReadAsync(byte[] answer)
    {
        await using var server = new LoopbackServer(answer);
        using PresenceServiceClient client = ClientOf(server.BaseAddress);
        return await client.Me.GetPresenceAsync(Test.Token);
    }

    private static async Task<PresenceException> FailAsync(byte[] answer) =>
        (await Awaiting(() => ReadAsync(answer)).Should().ThrowExactlyAsync<PresenceException>()).Which;

    private static byte[] Zip(string encoding, byte[] bytes)
    {
        using var zipped = new MemoryStream();
        using (Stream zip = encoding switch
        {
            "gzip" => new GZipStream(zipped, CompressionMode.Compress, leaveOpen: true),
            "deflate" => new ZLibStream(zipped, CompressionMode.Compress, leaveOpen: true),
            _ => new BrotliStream(zipped, CompressionMode.Compress, leaveOpen: true),
        })
        {
            zip.Write(bytes);
        }

        return zipped.ToArray();
    }

    // After the header of the format.
    private static byte[] Damage(byte[] zipped) => [.. zipped.Select((b, i) => i < 12 ? b : (byte)~b)];

    private static byte[] Answer(byte[] body, string headers = "") =>
    [
        .. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n{headers}"
            + $"Content-Length: {body.Length}\r\n\r\n"),
        .. body,
    ];
}
