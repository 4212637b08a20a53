using System.Net;
using System.Net.Sockets;

namespace PresenceClient.Tests.Support;

/// <summary>A server on loopback that answers each request with bytes of the test's own, and closes.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    public LoopbackServer(byte[] answer)
    {
        _listener.Start();
        _serving = ServeAsync(answer);
    }

    public Uri BaseAddress => new($"http://{_listener.LocalEndpoint}/v1.0");

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        try
        {
            await _serving;
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException or IOException)
        {
            // The listener was disposed, which is what ends the loop, or the client went away first.
        }
    }

    private async Task ServeAsync(byte[] answer)
    {
        while (true)
        {
            // HttpClient comes again when a connection closes without a word.
            using TcpClient client = await _listener.AcceptTcpClientAsync(Test.Token);
            using StreamReader reader = new(client.GetStream(), leaveOpen: true);
            while (await reader.ReadLineAsync(Test.Token) is { Length: > 0 })
            {
                // The head of the request, up to its empty line.
            }

            await client.GetStream().WriteAsync(answer, Test.Token);
        }
    }
}
