using BenchmarkDotNet.Attributes;
using PresenceClient.Benchmarks.InMemory;
using PresenceClient.Benchmarks.Payloads;
using PresenceClient.Benchmarks.Peers;

namespace PresenceClient.Benchmarks;

/// <summary>10,000 concurrent single reads, over an in-memory handler that answers after 2 ms.</summary>
/// <remarks>The results are the lengths of the states.</remarks>
[MemoryDiagnoser]
public class LoaderBenchmarks
{
    private const int Reads = 10_000;

    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(2);

    private readonly string[] _ids = PresencePayload.Ids(Reads);
    private PresenceDirectory _service = null!;
    private Func<Task<int>> _microsoftGraph = null!;
    private PresenceLoader _loader = null!;

    [Params(PayloadKind.Plain, PayloadKind.Rich)]
    public PayloadKind Payload { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        byte[][] presences = PresencePayload.CreateEach(Payload, Reads);
        _service = new PresenceDirectory(
            _ids.Zip(presences).ToDictionary(pair => Guid.Parse(pair.First), pair => pair.Second), Delay);
        _microsoftGraph = Peers.MicrosoftGraph.ReadEach(_service, ThisPackage.Token, _ids);
        _loader = ThisPackage.Open(_service).Presences.CreateLoader();
    }

    /// <summary>Microsoft's SDK without its default handlers.</summary>
    [Benchmark(Baseline = true)]
    public Task<int> MicrosoftGraph() => _microsoftGraph();

    /// <summary>This package's loader, which caches nothing by default.</summary>
    [Benchmark]
    public async Task<int> PresenceClient()
    {
        LoadedPresence[] loaded = await Task.WhenAll(_ids.Select(id => _loader.GetAsync(id)));
        return loaded.Sum(one => one.Presence!.AvailabilityText!.Length);
    }

    /// <summary>Returns the number of requests that this package's run sends.</summary>
    internal async Task<double> CountRequestsAsync()
    {
        int before = _service.Requests;
        await PresenceClient();
        return _service.Requests - before;
    }
}
