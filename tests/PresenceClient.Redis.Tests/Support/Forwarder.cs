using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace PresenceClient.Redis.Tests.Support;

/// <summary>The network between a host and Redis: it forwards a TCP connection, cuts it, or stalls it.</summary>
internal sealed class Forwarder : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> _connections = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Func<EndPoint> _target;
    private volatile TaskCompletionSource? _stalled;
    private volatile bool _isCut;

    public Forwarder(Func<EndPoint> target)
    {
        _target = target;
        _listener.Start();
        _ = AcceptAsync();
    }

    public EndPoint EndPoint => _listener.LocalEndpoint;

    /// <summary>Closes the connections, and each new one.</summary>
    public void Cut()
    {
        _isCut = true;
        Close();
    }

    /// <summary>Stops forwarding. The connections stay open.</summary>
    public void Stall() => _stalled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Forwards again, also the bytes of the time before.</summary>
    public void Mend()
    {
        _isCut = false;
        Interlocked.Exchange(ref _stalled, null)?.TrySetResult();
    }

    /// <summary>Closes the connections. New ones are forwarded.</summary>
    public void Close()
    {
        foreach (TcpClient connection in _connections.Keys)
        {
            connection.Close();
        }
    }

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        Cut();
        _stalled?.TrySetResult();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ForwardAsync(await _listener.AcceptTcpClientAsync(_end.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ForwardAsync(TcpClient from)
    {
        using TcpClient client = from;
        using var server = new TcpClient();
        client.NoDelay = server.NoDelay = true;
        _connections[client] = _connections[server] = true;
        try
        {
            if (!_isCut)
            {
                await server.ConnectAsync((IPEndPoint)_target());
                (NetworkStream here, NetworkStream there) = (client.GetStream(), server.GetStream());
                await Task.WhenAny(PumpAsync(here, there), PumpAsync(there, here));
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException
            or InvalidOperationException)
        {
            // A side has closed the connection.
        }
        finally
        {
            _connections.TryRemove(client, out _);
            _connections.TryRemove(server, out _);
        }
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to)
    {
        byte[] buffer = new byte[64 * 1024];
        try
        {
            for (int count; (count = await from.ReadAsync(buffer)) > 0;)
            {
                if (_stalled is { } stalled)
                {
                    await stalled.Task;
                }

                await to.WriteAsync(buffer.AsMemory(0, count));
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // A side has closed the connection.
        }
    }
}
