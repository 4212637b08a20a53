using BenchmarkDotNet.Attributes;
using PresenceClient.Benchmarks.InMemory;
using PresenceClient.Benchmarks.Payloads;
using PresenceClient.Benchmarks.Peers;

namespace PresenceClient.Benchmarks;

/// <summary>A complete read of one user's presence, over an in-memory handler.</summary>
/// <remarks>Returns the length of the state.</remarks>
[MemoryDiagnoser]
public class SingleReadBenchmarks
{
    private const int Calls = 10_000;

    private readonly string _id = PresencePayload.Ids(1)[0];
    private Func<Task<int>> _microsoftGraph = null!;
    private PlainClient _plain = null!;
    private PresenceServiceClient _client = null!;

    [Params(PayloadKind.Plain, PayloadKind.Rich)]
    public PayloadKind Payload { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var handler = new FixedAnswer(PresencePayload.CreateEach(Payload, 1)[0]);
        _microsoftGraph = Peers.MicrosoftGraph.ReadOne(handler, ThisPackage.Token, _id);
        _plain = PlainClient.Open(handler);
        _client = ThisPackage.Open(handler);
    }

    /// <summary>Microsoft's SDK with its default handlers.</summary>
    [Benchmark(Baseline = true)]
    public Task<int> MicrosoftGraph() => _microsoftGraph();

    /// <summary>HttpClient and System.Text.Json.</summary>
    [Benchmark]
    public async Task<int> SystemTextJson() => (await _plain.ReadOneAsync(_id)).Availability!.Length;

    /// <summary>This package.</summary>
    [Benchmark]
    public async Task<int> PresenceClient() =>
        (await _client.Users[_id].GetPresenceAsync()).AvailabilityText!.Length;

    /// <summary>Returns the bytes that a call allocates, including HttpClient and the in-memory answer.</summary>
    internal async Task<double> CountBytesAsync()
    {
        await PresenceClient();
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int call = 0; call < Calls; call++)
        {
            await PresenceClient();
        }

        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Calls;
    }
}
