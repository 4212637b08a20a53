using System.Net;
using System.Net.Sockets;
using System.Text;
using PresenceClient.Http;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Docs.Mistakes;

/// <summary>Connections that fail, and answers that are not the service's.</summary>
internal static class NetworkTroubles
{
    public static readonly Dictionary<string, Func<Task>> All = new()
    {
        // A label of this length is not valid, so no name server is asked.
        ["… failed: the host name could not be resolved."] =
            () => CallAsync(new Uri($"https://{new string('a', 64)}.example/v1.0")),
        ["… failed: the connection was refused."] = RefusedAsync,
        ["… failed: the certificate of the server is not trusted"] = Over(() => TcpServer.Secure(
            new() { ServerCertificate = TcpServer.Certificate() }, static stream => TcpServer.ReadHeadAsync(stream))),
        ["… failed: the TLS handshake failed, because the answer is not TLS."] =
            Over(() => TcpServer.Answering("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), afterRequest: false)),
        ["… failed: the proxy requires authentication (407)."] = Proxied("407 Proxy Authentication Required"),
        ["… failed: the proxy refused the connection with the status …"] = Proxied("403 Forbidden"),
        ["… failed: the connection was closed before the answer was complete."] = CutOffAsync,
        ["… failed: the answer is text/html, not JSON."] = Answered(Answers.Text("<html>", "text/html")),
        ["… failed with 302 Found…Redirects are not followed"] =
            Answered(Answers.Empty(HttpStatusCode.Found).With("Location", "https://elsewhere.example/")),
        ["… failed: the HTTP client followed a redirect to another host."] = FollowedAsync,
        ["… was cancelled by the HTTP client, one of its handlers or the credential."] =
            Answered(Answers.Throw(new TaskCanceledException())),
    };

    private static Func<Task> Answered(Answer answer) => async () =>
    {
        using var graph = new FakeGraph(answer);
        await graph.Client.Me.GetPresenceAsync(Test.Token);
    };

    private static Func<Task> Over(Func<TcpServer> start) => async () =>
    {
        await using TcpServer server = start();
        await CallAsync(server.Https);
    };

    private static Func<Task> Proxied(string status) => async () =>
    {
        await using var proxy = TcpServer.Answering(
            Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n"));
        await CallAsync(null, new WebProxy($"http://127.0.0.1:{proxy.Port}"));
    };

    private static async Task RefusedAsync()
    {
        using Socket closed = ClosedPort.Open();
        await CallAsync(new Uri($"https://{closed.LocalEndPoint}/v1.0"));
    }

    private static async Task CutOffAsync()
    {
        await using var server = TcpServer.Answering(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"u8.ToArray());
        await CallAsync(server.Http);
    }

    private static async Task FollowedAsync()
    {
        await using var elsewhere = TcpServer.Answering(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"u8.ToArray());
        await using var server = TcpServer.Answering(Encoding.ASCII.GetBytes(
            $"HTTP/1.1 307 Away\r\nLocation: {elsewhere.Http}\r\nContent-Length: 0\r\n\r\n"));
        using var following = new SocketsHttpHandler { AllowAutoRedirect = true, UseProxy = false };
        await CallAsync(server.Http, following);
    }

    private static async Task CallAsync(Uri? address, IWebProxy? proxy = null)
    {
        using SocketsHttpHandler handler = ConnectionFactory.CreateHandler(null, ConnectionFactory.PingTime);
        (handler.UseProxy, handler.Proxy) = (proxy is not null, proxy);
        await CallAsync(address, handler);
    }

    private static async Task CallAsync(Uri? address, HttpMessageHandler handler)
    {
        using var client = new PresenceServiceClient(new FakeCredential(), new PresenceClientOptions
        {
            BaseAddress = address,
            HttpMessageHandler = handler,
            MaxRetries = 0,
        });
        await client.Me.GetPresenceAsync(Test.Token);
    }
}
