using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Garnet;
using Garnet.server;

namespace PresenceClient.Redis.Tests.Support;

/// <summary>
/// A Redis server of the tests: Garnet in this process, or the program that the environment variable
/// <c>PRESENCE_REDIS_SERVER</c> names, for example <c>/usr/bin/redis-server</c>.
/// </summary>
internal sealed class RedisServer : IDisposable
{
    public const string Variable = "PRESENCE_REDIS_SERVER";

    private static readonly Lazy<RedisServer> Lazy = new(static () => new RedisServer());

    private readonly IDisposable _server;
    private int _isStopped;

    public RedisServer()
    {
        int port = FreePort();
        EndPoint = new IPEndPoint(IPAddress.Loopback, port);
        _server = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } program
            ? new RedisProcess(program, port)
            : StartGarnet(EndPoint);
    }

    /// <summary>A server that no test stops.</summary>
    public static RedisServer Shared => Lazy.Value;

    public IPEndPoint EndPoint { get; }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isStopped, 1) == 0)
        {
            _server.Dispose();
        }
    }

    private static GarnetServer StartGarnet(IPEndPoint endPoint)
    {
        var server = new GarnetServer(new GarnetServerOptions
        {
            EndPoints = [endPoint],
            QuietMode = true,
            LogMemorySize = "64m",
            PageSize = "4m",
            IndexMemorySize = "1m",
        });
        server.Start();
        return server;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class RedisProcess : IDisposable
    {
        private readonly Process _process;

        public RedisProcess(string program, int port)
        {
            string number = port.ToString(CultureInfo.InvariantCulture);
            _process = Process.Start(new ProcessStartInfo(
                program, ["--port", number, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
            {
                RedirectStandardOutput = true,
            })!;
            AppDomain.CurrentDomain.ProcessExit += Kill;
            while (_process.StandardOutput.ReadLine() is { } line
                && !line.Contains("Ready to accept", StringComparison.Ordinal))
            {
                // It has not started yet.
            }

            // A full pipe would stop the server.
            _ = _process.StandardOutput.ReadToEndAsync();
        }

        public void Dispose()
        {
            AppDomain.CurrentDomain.ProcessExit -= Kill;
            _process.Kill();
            _process.WaitForExit();
            _process.Dispose();
        }

        private void Kill(object? sender, EventArgs e) => _process.Kill();
    }
}
