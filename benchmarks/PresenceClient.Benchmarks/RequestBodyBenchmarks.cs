using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.Kiota.Serialization.Json;
using PresenceClient.Benchmarks.Payloads;
using PresenceClient.Benchmarks.Peers;
using PresenceClient.Generated.Models;
using PresenceClient.Serialization;

namespace PresenceClient.Benchmarks;

/// <summary>Writes 650 ids as the body of a bulk read, as a stream that is sent.</summary>
[MemoryDiagnoser]
public class RequestBodyBenchmarks
{
    private readonly string[] _ids = PresencePayload.Ids(650);

    /// <summary>Kiota's writer with the generated body.</summary>
    [Benchmark(Baseline = true)]
    public async Task<long> KiotaModels()
    {
        using var writer = new JsonSerializationWriter();
        writer.WriteObjectValue(null, new GetPresencesByUserIdBody { Ids = [.. _ids] });
        using Stream body = writer.GetSerializedContent();
        return await SendAsync(body);
    }

    /// <summary>System.Text.Json, source-generated.</summary>
    [Benchmark]
    public async Task<long> SystemTextJson()
    {
        using var body = new MemoryStream(
            JsonSerializer.SerializeToUtf8Bytes(new PlainIds(_ids), PlainJson.Default.PlainIds));
        return await SendAsync(body);
    }

    /// <summary>This package's stream.</summary>
    [Benchmark]
    public async Task<long> PresenceClient()
    {
        using var body = new IdListStream(_ids);
        return await SendAsync(body);
    }

    private static async Task<long> SendAsync(Stream body)
    {
        await body.CopyToAsync(Stream.Null);
        return body.Length;
    }
}
