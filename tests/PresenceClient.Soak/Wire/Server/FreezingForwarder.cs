using System.Net;
using System.Net.Sockets;
using PresenceClient.Soak.Timing;

namespace PresenceClient.Soak.Wire.Server;

/// <summary>
/// Forwards connections to a port. After some time each connection goes silent without being closed. A new connection
/// works.
/// </summary>
internal sealed class FreezingForwarder : IAsyncDisposable
{
    private const int BufferSize = 32 * 1024;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _target;
    private readonly Func<TimeSpan> _lifetime;
    private readonly Task _accepting;

    /// <param name="target">The port to forward to.</param>
    /// <param name="lifetime">How long the next connection works.</param>
    public FreezingForwarder(int target, Func<TimeSpan> lifetime)
    {
        (_target, _lifetime) = (target, lifetime);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

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
            _ = ForwardAsync(await _listener.AcceptSocketAsync(_stop.Token), Clock.Now + _lifetime());
        }
    }

    private async Task ForwardAsync(Socket client, TimeSpan frozenAt)
    {
        using (client)
        using (var server = new Socket(SocketType.Stream, ProtocolType.Tcp))
        {
            try
            {
                client.NoDelay = server.NoDelay = true;
                await server.ConnectAsync(IPAddress.Loopback, _target, _stop.Token);
                await Task.WhenAny(CopyAsync(client, server, frozenAt), CopyAsync(server, client, frozenAt));
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                // The server rejects the connection, or the run is over.
            }
        }
    }

    private async Task CopyAsync(Socket from, Socket to, TimeSpan frozenAt)
    {
        byte[] buffer = new byte[BufferSize];
        try
        {
            while (await from.ReceiveAsync(buffer, _stop.Token) is > 0 and int read)
            {
                if (Clock.Now >= frozenAt)
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, _stop.Token);
                }

                await to.SendAsync(buffer.AsMemory(0, read), _stop.Token);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // One side closed its connection, so the other side is closed as well.
        }
    }
}
