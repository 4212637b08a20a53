using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace PresenceClient.Soak.Wire.Server;

/// <summary>A listener with its own HTTP/1.1 implementation, with or without TLS.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2? _certificate;
    private readonly Func<WireRequest, IWire, Task> _answer;
    private readonly Func<bool> _refuses;
    private readonly Task _accepting;

    /// <param name="certificate">The certificate of TLS, or null for plain TCP.</param>
    /// <param name="answer">Answers a request.</param>
    /// <param name="refuses">Whether the next connection is closed as soon as it is accepted.</param>
    public Listener(X509Certificate2? certificate, Func<WireRequest, IWire, Task> answer, Func<bool>? refuses = null)
    {
        (_certificate, _answer, _refuses) = (certificate, answer, refuses ?? (static () => false));
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public string Origin => _certificate is null ? $"http://127.0.0.1:{Port}" : $"https://localhost:{Port}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket socket = await _listener.AcceptSocketAsync(_stop.Token);
            if (_refuses())
            {
                socket.Close();
            }
            else
            {
                _ = ServeAsync(socket);
            }
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            using (socket)
            {
                socket.NoDelay = true;
                await using var plain = new NetworkStream(socket);
                await using Stream stream = await SecureAsync(plain);
                var reader = new RequestReader(stream);
                var wire = new RawWire(socket, stream, reader, _stop.Token);
                while (!wire.IsOver && await reader.ReadAsync(_stop.Token) is { } request)
                {
                    await _answer(request, wire);
                }
            }
        }
        catch (Exception e) when (IsOfConnection(e))
        {
            // The client closed the connection, or the run is over. Both are expected.
        }
    }

    private static bool IsOfConnection(Exception e) =>
        e is IOException or SocketException or ObjectDisposedException or OperationCanceledException
            or AuthenticationException;

    private async Task<Stream> SecureAsync(NetworkStream plain)
    {
        if (_certificate is null)
        {
            return plain;
        }

        var secure = new SslStream(plain);
        await secure.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
        return secure;
    }
}
