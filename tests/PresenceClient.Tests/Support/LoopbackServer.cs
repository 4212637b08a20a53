using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace PresenceClient.Tests.Support;

/// <summary>A server on loopback that answers each request with the test's bytes and closes the connection.</summary>
internal sealed partial class LoopbackServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _heads = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    public LoopbackServer(byte[] answer)
    {
        _listener.Start();
        _serving = ServeAsync(answer);
    }

    public Uri BaseAddress => new($"http://{_listener.LocalEndpoint}/v1.0");

    /// <summary>The head of each request, line by line.</summary>
    public IReadOnlyCollection<string> Heads => _heads;

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        try
        {
            await _serving;
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException or IOException)
        {
            // The listener was disposed, which ends the loop, or the client closed the connection first.
        }
    }

    [GeneratedRegex(@"^Content-Length: (\d+)", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex ContentLength();

    private async Task ServeAsync(byte[] answer)
    {
        while (true)
        {
            // HttpClient sends again when a connection closes without an answer.
            using TcpClient client = await _listener.AcceptTcpClientAsync(Test.Token);
            using var reader = new StreamReader(client.GetStream(), leaveOpen: true);
            var head = new StringBuilder();
            while (await reader.ReadLineAsync(Test.Token) is { Length: > 0 } line)
            {
                head.AppendLine(line);
            }

            // Closing with an unread body resets the connection, and the answer can be lost.
            _heads.Enqueue(head.ToString());
            if (ContentLength().Match(head.ToString()) is { Success: true, Groups: var groups })
            {
                char[] body = new char[int.Parse(groups[1].ValueSpan, CultureInfo.InvariantCulture)];
                await reader.ReadBlockAsync(body, Test.Token);
            }

            await client.GetStream().WriteAsync(answer, Test.Token);
        }
    }
}
