using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.Kiota.Serialization.Json;
using PresenceClient.Benchmarks.Payloads;
using PresenceClient.Benchmarks.Peers;
using PresenceClient.Generated.Models;
using PresenceClient.Serialization;

namespace PresenceClient.Benchmarks;

/// <summary>650 ids to the body of a bulk read.</summary>
[MemoryDiagnoser]
public class RequestBodyBenchmarks
{
    private readonly string[] _ids = PresencePayload.Ids(650);

    /// <summary>Kiota's writer over the generated body.</summary>
    [Benchmark(Baseline = true)]
    public long KiotaModels()
    {
        using var writer = new JsonSerializationWriter();
        writer.WriteObjectValue(null, new GetPresencesByUserIdBody { Ids = [.. _ids] });
        using Stream body = writer.GetSerializedContent();
        return body.Length;
    }

    /// <summary>System.Text.Json, source-generated.</summary>
    [Benchmark]
    public long SystemTextJson() =>
        JsonSerializer.SerializeToUtf8Bytes(new PlainIds(_ids), PlainJson.Default.PlainIds).Length;

    /// <summary>This package's writer.</summary>
    [Benchmark]
    public long PresenceClient() => IdListWriter.Write(_ids).Length;
}
