using System.Text.Json;
using BenchmarkDotNet.Attributes;
using PresenceClient.Benchmarks.Payloads;

namespace PresenceClient.Benchmarks;

/// <summary>An answer of 650 presences to a watch that is the same as the previous one.</summary>
[MemoryDiagnoser]
public class UnchangedPageBenchmarks
{
    private const int Presences = 650;
    private const int Calls = 1_000;

    private byte[] _json = [];
    private WatchedPage _page = null!;

    [Params(PayloadKind.Plain, PayloadKind.Rich)]
    public PayloadKind Payload { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _json = PresencePayload.Create(Payload, Presences);
        _page = new WatchedPage(PresencePayload.Ids(Presences), _json);
    }

    /// <summary>Reads every token and keeps nothing.</summary>
    [Benchmark(Baseline = true)]
    public int Tokens()
    {
        var reader = new Utf8JsonReader(_json);
        while (reader.Read())
        {
        }

        return reader.BytesConsumed == _json.Length ? Presences : 0;
    }

    /// <summary>This package's watch.</summary>
    [Benchmark]
    public int PresenceClient() => _page.Take(_json) ? Presences : 0;

    /// <summary>Returns the bytes that a call allocates.</summary>
    internal Task<double> CountBytesAsync()
    {
        PresenceClient();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int call = 0; call < Calls; call++)
        {
            PresenceClient();
        }

        return Task.FromResult((GC.GetAllocatedBytesForCurrentThread() - before) / (double)Calls);
    }
}
