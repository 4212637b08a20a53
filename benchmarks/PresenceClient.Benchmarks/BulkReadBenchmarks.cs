using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;
using PresenceClient.Benchmarks.Payloads;
using PresenceClient.Benchmarks.Peers;
using PresenceClient.Generated.Models;
using PresenceClient.Serialization;

namespace PresenceClient.Benchmarks;

/// <summary>Deserializes a bulk answer of 650 presences.</summary>
[MemoryDiagnoser]
public class BulkReadBenchmarks
{
    private const int Presences = 650;

    private readonly JsonParseNodeFactory _factory = new();
    private readonly string[] _ids = PresencePayload.Ids(Presences);
    private byte[] _json = [];
    private Func<Task<int>> _microsoftGraph = null!;

    [Params(PayloadKind.Plain, PayloadKind.Rich)]
    public PayloadKind Payload { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _json = PresencePayload.Create(Payload, Presences);
        _microsoftGraph = Peers.MicrosoftGraph.ReadAnswer(_json);
    }

    /// <summary>The models of Microsoft's SDK.</summary>
    [Benchmark(Baseline = true)]
    public Task<int> MicrosoftGraph() => _microsoftGraph();

    /// <summary>The models that Kiota generates from this repository's description.</summary>
    [Benchmark]
    public async Task<int> KiotaModels()
    {
        using var stream = new MemoryStream(_json);
        IParseNode node = await _factory.GetRootParseNodeAsync("application/json", stream);
        return node.GetObjectValue(PresenceCollection.CreateFromDiscriminatorValue)!.Value!.Count;
    }

    /// <summary>System.Text.Json, source-generated, into plain classes.</summary>
    [Benchmark]
    public int SystemTextJson() => JsonSerializer.Deserialize(_json, PlainJson.Default.PlainPage)!.Value!.Length;

    /// <summary>Reads every token and keeps nothing, the minimum for any JSON reader.</summary>
    [Benchmark]
    public int Tokens()
    {
        var reader = new Utf8JsonReader(_json);
        while (reader.Read())
        {
        }

        return reader.BytesConsumed == _json.Length ? Presences : 0;
    }

    /// <summary>This package's reader.</summary>
    [Benchmark]
    public int PresenceClient()
    {
        UserPresence?[] found = PageReader.ReadPresences(_json, new IdPlaces(_ids)).Items.Found;
        return found[^1] is null ? 0 : found.Length;
    }
}
