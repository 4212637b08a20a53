using BenchmarkDotNet.Attributes;
using PresenceClient.Benchmarks.InMemory;
using PresenceClient.Benchmarks.Payloads;
using PresenceClient.Benchmarks.Peers;

namespace PresenceClient.Benchmarks;

/// <summary>A complete bulk call for 650 users, from ids to models, over an in-memory handler.</summary>
[MemoryDiagnoser]
public class BulkCallBenchmarks
{
    private const int Presences = 650;

    private readonly string[] _ids = PresencePayload.Ids(Presences);
    private Func<Task<int>> _microsoftGraph = null!;
    private PlainClient _plain = null!;
    private PresenceServiceClient _client = null!;

    [Params(PayloadKind.Plain, PayloadKind.Rich)]
    public PayloadKind Payload { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var handler = new FixedAnswer(PresencePayload.Create(Payload, Presences));
        _microsoftGraph = Peers.MicrosoftGraph.ReadMany(handler, ThisPackage.Token, _ids);
        _plain = PlainClient.Open(handler);
        _client = ThisPackage.Open(handler);
    }

    /// <summary>Microsoft's SDK without its default handlers.</summary>
    [Benchmark(Baseline = true)]
    public Task<int> MicrosoftGraph() => _microsoftGraph();

    /// <summary>HttpClient and System.Text.Json.</summary>
    [Benchmark]
    public async Task<int> SystemTextJson() => (await _plain.ReadAsync(_ids)).Length;

    /// <summary>This package.</summary>
    [Benchmark]
    public async Task<int> PresenceClient() => (await _client.Presences.GetAsync(_ids)).Count;
}
