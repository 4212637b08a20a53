using System.Collections.Concurrent;
using PresenceClient.Soak.Wire.Credentials;
using PresenceClient.Soak.Wire.Exchanges;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Clients;

/// <summary>A client under test, with everything that the run knows about it.</summary>
internal sealed class SoakClient(
    int number,
    ClientPlan plan,
    Uri baseAddress,
    SignInLog signIns,
    SendLog sends,
    WireServers servers,
    PresenceServiceClient client) : IDisposable
{
    public const string ApplicationId = "0f3a5c1e-7b2d-4c8e-9a41-6d5e2f708193";

    private readonly ConcurrentQueue<Exchange> _exchanges = new();
    private int _succeeded;

    public int Number { get; } = number;

    public ClientPlan Plan { get; } = plan;

    public string Name => Plan.Name;

    public Uri BaseAddress { get; } = baseAddress;

    public PresenceServiceClient Api { get; } = client;

    public SignInLog SignIns { get; } = signIns;

    /// <summary>A loader without a cache, and one with a short cache.</summary>
    public IReadOnlyList<(PresenceLoader Loader, TimeSpan MaxAge)> Loaders { get; } =
    [
        .. new[] { TimeSpan.Zero, TimeSpan.FromSeconds(0.5) }.Select(age =>
            (client.Presences.CreateLoader(new PresenceLoaderOptions { MaxAge = age }), age)),
    ];

    /// <summary>What its handler sent; empty if the client creates its handler.</summary>
    public SendLog Sends { get; } = sends;

    /// <summary>The signed-in user.</summary>
    public UserKey Me { get; } = new(CallNumbers.Me(number), 0, Trait.Known);

    /// <summary>The call under way, for clients that make one call at a time.</summary>
    public int? CurrentCall { get; set; }

    /// <summary>The exchanges of the client, in order of arrival.</summary>
    public IReadOnlyCollection<Exchange> Exchanges => _exchanges;

    /// <summary>When a connection was last closed before a request; null for never.</summary>
    public TimeSpan? LastRefusal => servers.LastRefusal;

    /// <summary>
    /// Whether the client got any answer. Each answer that it got is checked, so a client with answers also works.
    /// </summary>
    public bool HasAnswer => Plan.HasOwnHandler ? Succeeded > 0 : Sends.All.Any(static it => it.Answered is not null);

    /// <summary>The number of successful calls.</summary>
    public int Succeeded => Volatile.Read(ref _succeeded);

    public void Note(Exchange exchange) => _exchanges.Enqueue(exchange);

    public void CountSuccess() => Interlocked.Increment(ref _succeeded);

    public void Dispose() => Api.Dispose();
}
