using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace PresenceClient.Tests.Http;

/// <summary>Forwards bytes to a local port and back, until it freezes the open connections.</summary>
internal sealed class FreezingForwarder : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> _ends = [];
    private readonly CancellationTokenSource _end = new();
    private readonly int _target;
    private readonly Task _accepting;
    private CancellationTokenSource _frozen = new();
    private int _connections;

    public FreezingForwarder(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Stops all bytes on the open connections. They stay open, and new connections work.</summary>
    public void Freeze() => Interlocked.Exchange(ref _frozen, new CancellationTokenSource()).Cancel();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        foreach (TcpClient end in _ends)
        {
            end.Dispose();
        }

        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
        _frozen.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            TcpClient client = await _listener.AcceptTcpClientAsync(_end.Token);
            var server = new TcpClient();
            _ends.Add(client);
            _ends.Add(server);
            Interlocked.Increment(ref _connections);
            await server.ConnectAsync(IPAddress.Loopback, _target, _end.Token);
            _ = PassAsync(client, server, _frozen.Token);
            _ = PassAsync(server, client, _frozen.Token);
        }
    }

    // The connections stay open however the copy ends, because a silent connection does not close.
    private static async Task PassAsync(TcpClient from, TcpClient to, CancellationToken frozen)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream(), frozen);
            to.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException
            or ObjectDisposedException or InvalidOperationException)
        {
            // Frozen, or the other end is gone.
        }
    }
}
