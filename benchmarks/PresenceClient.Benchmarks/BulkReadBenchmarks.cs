using BenchmarkDotNet.Attributes;
using Microsoft.Kiota.Serialization.Json;
using PresenceClient.Benchmarks.Payloads;
using PresenceClient.Generated.Models;
using PresenceClient.Serialization;

namespace PresenceClient.Benchmarks;

/// <summary>The bytes of a bulk answer of 650 presences to models.</summary>
[MemoryDiagnoser]
public class BulkReadBenchmarks
{
    private const int Presences = 650;

    private readonly JsonParseNodeFactory _factory = new();
    private byte[] _json = [];

    [Params(PayloadKind.Plain, PayloadKind.Rich)]
    public PayloadKind Payload { get; set; }

    [GlobalSetup]
    public void Setup() => _json = PresencePayload.Create(Payload, Presences);

    /// <summary>The generated models, as every client of Kiota's reads them.</summary>
    [Benchmark(Baseline = true)]
    public async Task<int> KiotaModels()
    {
        using var stream = new MemoryStream(_json);
        var node = await _factory.GetRootParseNodeAsync("application/json", stream);
        return node.GetObjectValue(PresenceCollection.CreateFromDiscriminatorValue)!.Value!.Count;
    }

    /// <summary>This package's reader.</summary>
    [Benchmark]
    public int PresenceClient() => PageReader.ReadPresences(_json).Items.Count;
}
