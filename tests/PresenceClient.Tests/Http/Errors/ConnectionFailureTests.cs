using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using PresenceClient.Http;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http.Errors;

/// <summary>Over real connections: the message says what failed, and only transient failures are retried.</summary>
[SuppressMessage("Security", "CA5398", Justification = "Two sides with other versions are what is tested.")]
public sealed class ConnectionFailureTests
{
    private const string Retried = "(attempt 3)";

    private static readonly Dictionary<string, Func<TcpServer>> Untrusted = new()
    {
        ["UntrustedRoot"] = () => Secure(new()),
        ["NotTimeValid"] = () => Secure(new() { ServerCertificate = TcpServer.Certificate(days: -1) }),
        ["RemoteCertificateNameMismatch"] = () =>
            Secure(new() { ServerCertificate = TcpServer.Certificate("other.example") }),
    };

    private static readonly Dictionary<string, Func<TcpServer>> NoTls = new()
    {
        // An alert: fatal, handshake failure.
        ["the TLS handshake failed"] = () =>
            TcpServer.Answering([0x15, 3, 1, 0, 2, 2, 40], afterRequest: false),
        ["the answer is not TLS"] = () =>
            TcpServer.Answering("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), afterRequest: false),
        ["no TLS version in common"] = () => Secure(new() { EnabledSslProtocols = SslProtocols.Tls13 }),
    };

    private static readonly Dictionary<string, (string Head, string Words, bool Passes)> Broken = new()
    {
        ["nothing"] = ("", "closed before the answer was complete", true),
        ["half a head"] = ("HTTP/1.1 200 O", "closed before the answer was complete", true),
        ["half a body"] = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{",
            "closed before the answer was complete", true),
        ["another protocol"] = ("SSH-2.0-OpenSSH_9.6\r\n", "the answer is not valid HTTP", true),
        ["no number of a chunk"] = (
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "the answer is not valid HTTP", true),
        ["long headers"] = ($"HTTP/1.1 200 OK\r\nX: {new string('x', 99_999)}\r\n\r\n", "headers of the answer", false),
    };

    public static TheoryData<string> Certificates { get; } = new(Untrusted.Keys);

    public static TheoryData<string> Handshakes { get; } = new(NoTls.Keys);

    public static TheoryData<string> Answers { get; } = new(Broken.Keys);

    [Theory]
    [MemberData(nameof(Certificates))]
    public async Task Certificate_NotTrusted_IsSaidAndNotRetried(string reason)
    {
        await using TcpServer server = Untrusted[reason]();

        PresenceException failure = await FailAsync(server.Https);

        failure.Message.Should().Contain("the certificate of the server is not trusted (").And.Contain(reason)
            .And.NotContain("attempt");
        failure.InnerException.Should().BeOfType<HttpRequestException>();
        server.Connections.Should().Be(1);
    }

    [Fact]
    public async Task Certificate_RefusedByTheHost_IsSaidAndNotRetried()
    {
        await using TcpServer server = Secure(new());

        PresenceException failure = await FailAsync(
            server.Https, h => h.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => false);

        failure.Message.Should().Contain("the certificate of the server is not trusted.").And.NotContain("attempt");
    }

    [Theory]
    [MemberData(nameof(Handshakes))]
    public async Task Handshake_Refused_IsSaidAndNotRetried(string words)
    {
        await using TcpServer server = NoTls[words]();

        PresenceException failure = await FailAsync(server.Https, h =>
        {
            Trust(h);
            h.SslOptions.EnabledSslProtocols = SslProtocols.Tls12;
        });

        failure.Message.Should().Contain(words).And.NotContain("attempt");
    }

    [Fact]
    public async Task Handshake_ClosedByTheServer_IsRetried()
    {
        await using var server = new TcpServer(static _ => Task.CompletedTask);

        PresenceException failure = await FailAsync(server.Https, Trust);

        failure.Message.Should().Contain(Retried).And.MatchRegex("closed during the TLS handshake|was reset");
    }

    [Fact]
    public async Task Name_NotResolved_IsSaidAndRetried()
    {
        // A label of this length is not valid, so no name server is asked.
        PresenceException failure = await FailAsync(new Uri($"https://{new string('a', 64)}.example/v1.0"));

        failure.Message.Should().Contain("the host name could not be resolved").And.Contain(Retried);
    }

    [Fact]
    public async Task Connection_Refused_IsSaidAndRetried()
    {
        using Socket closed = ClosedPort.Open();

        PresenceException failure = await FailAsync(new Uri($"https://{closed.LocalEndPoint}/v1.0"));

        failure.Message.Should().Contain("the connection was refused").And.Contain(Retried);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Answer_Broken_IsSaidInWords(string kind)
    {
        (string head, string words, bool passes) = Broken[kind];
        await using var server = TcpServer.Answering(Encoding.ASCII.GetBytes(head));

        PresenceException failure = await FailAsync(server.Http);

        failure.Message.Should().Contain(words);
        failure.Message.Contains(Retried, StringComparison.Ordinal).Should().Be(passes);
        failure.ToString().Should().NotContain("OpenSSH").And.NotContain("7A-7A", "the answer is not quoted");
    }

    [Fact]
    public async Task Connection_Reset_IsRetried()
    {
        await using var server = TcpServer.Answering([], reset: true);

        PresenceException failure = await FailAsync(server.Http);

        failure.Message.Should().Contain(Retried).And.MatchRegex("was reset|closed before the answer was complete");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Answer_CorruptlyCompressed_IsSaidAndRetried(string encoding)
    {
        byte[] body = [.. Enumerable.Repeat((byte)0xFF, 20)];
        await using var server = TcpServer.Answering([.. Encoding.ASCII.GetBytes(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
            + $"Content-Encoding: {encoding}\r\nContent-Length: {body.Length}\r\n\r\n"), .. body]);

        PresenceException failure = await FailAsync(server.Http);

        failure.Message.Should().Contain("the answer cannot be decompressed").And.Contain(Retried);
    }

    [Theory]
    [InlineData("403 Forbidden", "refused the connection with the status 403", false)]
    [InlineData("407 Proxy Authentication Required", "requires authentication (407)", false)]
    [InlineData("502 Bad Gateway", "refused the connection with the status 502", true)]
    [InlineData("503 Busy", "refused the connection with the status 503", true)]
    public async Task Proxy_RefusesTheTunnel_IsSaid(string status, string words, bool passes)
    {
        await using var proxy = TcpServer.Answering(
            Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n"));

        PresenceException failure = await FailAsync(null, h => Use(h, $"http://127.0.0.1:{proxy.Port}"));

        failure.Message.Should().Contain($"the proxy {words}");
        failure.Message.Contains(Retried, StringComparison.Ordinal).Should().Be(passes);
        failure.StatusCode.Should().BeNull("the service did not answer");
        proxy.Connections.Should().Be(passes ? 3 : 1);
    }

    [Fact]
    public async Task Proxy_OfSocksWithoutAuthentication_IsSaidAndNotRetried()
    {
        await using var proxy = TcpServer.Answering([5, 255], afterRequest: false);

        PresenceException failure = await FailAsync(null, h => Use(h, $"socks5://127.0.0.1:{proxy.Port}"));

        failure.Message.Should().Contain("the proxy requires authentication").And.NotContain("attempt");
    }

    [Fact]
    public async Task Proxy_NotListening_IsARefusedConnection()
    {
        using Socket closed = ClosedPort.Open();

        PresenceException failure = await FailAsync(null, h => Use(h, $"http://{closed.LocalEndPoint}"));

        failure.Message.Should().Contain("the connection was refused").And.Contain("proxy");
    }

    [Fact]
    public async Task Stream_EndedByAnHttp2Error_IsSaidAndRetried()
    {
        await using TcpServer server =
            Secure(new() { ApplicationProtocols = [SslApplicationProtocol.Http2] }, ResetEveryStreamAsync);

        PresenceException failure = await FailAsync(server.Https, Trust);

        failure.Message.Should().Contain("the HTTP/2 error 0x2").And.Contain(Retried);
    }

    // Sends settings, and ends each request with an internal error.
    private static async Task ResetEveryStreamAsync(SslStream stream)
    {
        const int Preface = 24, Headers = 1;
        byte[] frame = new byte[9];
        await stream.ReadExactlyAsync(new byte[Preface], Test.Token);
        await stream.WriteAsync((byte[])[0, 0, 0, 4, 0, 0, 0, 0, 0], Test.Token);
        while (await stream.ReadAtLeastAsync(frame, frame.Length, throwOnEndOfStream: false, Test.Token) > 0)
        {
            await stream.ReadExactlyAsync(new byte[(frame[0] << 16) | (frame[1] << 8) | frame[2]], Test.Token);
            if (frame[3] == Headers)
            {
                await stream.WriteAsync((byte[])[0, 0, 4, 3, 0, .. frame[5..], 0, 0, 0, 2], Test.Token);
            }
        }
    }

    private static TcpServer Secure(SslServerAuthenticationOptions options, Func<SslStream, Task>? serve = null)
    {
        options.ServerCertificate ??= TcpServer.Certificate();
        return TcpServer.Secure(options, serve ?? (static stream => TcpServer.ReadHeadAsync(stream)));
    }

    private static void Trust(SocketsHttpHandler handler) =>
        handler.SslOptions.RemoteCertificateValidationCallback =
            static (_, certificate, _, _) => certificate?.Subject == "CN=localhost";

    private static void Use(SocketsHttpHandler handler, string proxy) =>
        (handler.UseProxy, handler.Proxy) = (true, new WebProxy(proxy));

    private static async Task<PresenceException> FailAsync(Uri? address, Action<SocketsHttpHandler>? configure = null)
    {
        using SocketsHttpHandler handler = ConnectionFactory.CreateHandler(null, ConnectionFactory.PingTime);
        handler.UseProxy = false;
        configure?.Invoke(handler);
        var time = new WaitClock(FakeGraph.Start) { Jumps = true };
        using var client = new PresenceServiceClient(new FakeCredential(), new PresenceClientOptions
        {
            BaseAddress = address,
            HttpMessageHandler = handler,
            MaxRetries = 2,
            TimeProvider = time,
        });

        PresenceException failure = (await client.Users[Samples.Adele]
            .Awaiting(u => u.GetPresenceAsync(Test.Token).BoundedAsync()).Should()
            .ThrowExactlyAsync<PresenceException>()).Which;
        failure.ToString().Should().NotContain(Samples.Adele);
        return failure;
    }
}
