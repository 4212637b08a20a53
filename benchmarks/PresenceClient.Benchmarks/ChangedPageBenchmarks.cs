using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using PresenceClient.Benchmarks.Payloads;

namespace PresenceClient.Benchmarks;

/// <summary>An answer of 650 presences to a watch, of which 7, about 1 %, differ from the previous answer.</summary>
[MemoryDiagnoser]
public class ChangedPageBenchmarks
{
    private const int Presences = 650;
    private const int Changes = 7;

    private byte[] _json = [];
    private byte[] _other = [];
    private WatchedPage _page = null!;

    [Params(PayloadKind.Plain, PayloadKind.Rich)]
    public PayloadKind Payload { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _json = PresencePayload.Create(Payload, Presences);
        _other = Change(_json);
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
    public int PresenceClient()
    {
        (_json, _other) = (_other, _json);
        return _page.Take(_json) ? Presences : 0;
    }

    private static byte[] Change(byte[] json)
    {
        JsonNode page = JsonNode.Parse(json)!;
        for (int i = 0; i < Changes; i++)
        {
            JsonNode presence = page["value"]![i * Presences / Changes]!;
            presence["availability"] = presence["availability"]!.GetValue<string>() == "Busy" ? "Away" : "Busy";
        }

        return Encoding.UTF8.GetBytes(page.ToJsonString());
    }
}
