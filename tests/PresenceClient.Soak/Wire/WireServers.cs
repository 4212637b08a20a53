using System.Security.Cryptography.X509Certificates;
using PresenceClient.Soak.Timing;
using PresenceClient.Soak.Wire.Clients;
using PresenceClient.Soak.Wire.Server;

namespace PresenceClient.Soak.Wire;

/// <summary>
/// All listeners of a run: the service over TCP, TLS and HTTP/2, and the addresses where no request may arrive.
/// </summary>
internal sealed class WireServers(GraphService service, X509Certificate2 certificate, int seed) : IAsyncDisposable
{
    private const double RefusedConnections = 0.005;

    private readonly List<IAsyncDisposable> _servers = [];
    private readonly Dictionary<Transport, string> _origins = [];
    private readonly Random _random = Seeded.Random(seed, "connections");

    /// <summary>The sign-in address of applications with a secret.</summary>
    public string Authority { get; private set; } = "";

    /// <summary>The proxy for the environment.</summary>
    public string Proxy { get; private set; } = "";

    /// <summary>When a connection was last closed before a request.</summary>
    public TimeSpan? LastRefusal { get; private set; }

    public async Task StartAsync(Authority authority)
    {
        _origins[Transport.Tcp] = Listen(null, service.AnswerAsync, RefusesConnection);
        _origins[Transport.Tls] = Listen(certificate, service.AnswerAsync, RefusesConnection);
        Proxy = Listen(null, service.AnswerProxiedAsync);
        service.Elsewhere = Listen(null, (request, wire) => service.RefuseAsync(request, wire, "at another host"));
        Authority = Listen(certificate, authority.AnswerAsync);
        Http2Server http2 = await Http2Server.StartAsync(certificate, service.AnswerAsync);
        var forwarder = new FreezingForwarder(http2.Port, () => Drawn(static random => random.Between(4, 15)));
        _servers.Add(forwarder);
        _servers.Add(http2);
        _origins[Transport.Http2] = $"https://localhost:{forwarder.Port}";
    }

    public string OriginOf(Transport transport) => _origins[transport];

    public async ValueTask DisposeAsync()
    {
        foreach (IAsyncDisposable server in _servers)
        {
            await server.DisposeAsync();
        }
    }

    private string Listen(
        X509Certificate2? secure, Func<WireRequest, IWire, Task> answer, Func<bool>? refuses = null)
    {
        var listener = new Listener(secure, answer, refuses);
        _servers.Add(listener);
        return listener.Origin;
    }

    private bool RefusesConnection()
    {
        bool refuses = Drawn(static random => random.Chance(RefusedConnections));
        if (refuses)
        {
            LastRefusal = Clock.Now;
        }

        return refuses;
    }

    private T Drawn<T>(Func<Random, T> draw)
    {
        lock (_random)
        {
            return draw(_random);
        }
    }
}
