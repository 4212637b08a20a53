using Microsoft.Graph;
using Microsoft.Graph.Communications.GetPresencesByUserId;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Authentication.Azure;
using Microsoft.Kiota.Serialization.Json;

namespace PresenceClient.Benchmarks.Peers;

/// <summary>
/// Microsoft's SDK. Each method returns the work to measure, whose result is a number that depends on the data read.
/// </summary>
internal static class MicrosoftGraph
{
    /// <summary>Deserializes a bulk answer.</summary>
    public static Func<Task<int>> ReadAnswer(byte[] json)
    {
        var factory = new JsonParseNodeFactory();
        return async () =>
        {
            using var stream = new MemoryStream(json);
            IParseNode node = await factory.GetRootParseNodeAsync("application/json", stream);
            GetPresencesByUserIdPostResponse answer =
                node.GetObjectValue(GetPresencesByUserIdPostResponse.CreateFromDiscriminatorValue);
            return answer!.Value!.Count;
        };
    }

    /// <summary>Sends one bulk call, without default handlers.</summary>
    public static Func<Task<int>> ReadMany(HttpMessageHandler handler, string token, string[] ids)
    {
        GraphServiceClient client = Open(handler, token);
        return () => ReadAsync(client, ids);
    }

    /// <summary>Reads one presence, with the SDK's default handlers.</summary>
    public static Func<Task<int>> ReadOne(HttpMessageHandler handler, string token, string id)
    {
        GraphServiceClient client = OpenWithDefaults(handler, token, address: null);
        return async () => (await client.Users[id].Presence.GetAsync())!.Availability!.Length;
    }

    /// <summary>Sends concurrent single reads, without default handlers.</summary>
    public static Func<Task<int>> ReadEach(HttpMessageHandler handler, string token, string[] ids)
    {
        GraphServiceClient client = Open(handler, token);
        return async () =>
        {
            Presence?[] presences = await Task.WhenAll(ids.Select(id => client.Users[id].Presence.GetAsync()));
            return presences.Sum(presence => presence!.Availability!.Length);
        };
    }

    /// <summary>Reads any number of presences in chunks, with some concurrent requests.</summary>
    public static Func<Task<int>> ReadInChunks(
        HttpMessageHandler handler, string token, Uri address, string[] ids, int chunk, int atOnce)
    {
        GraphServiceClient client = OpenWithDefaults(handler, token, address);
        return async () =>
        {
            int read = 0;
            await Parallel.ForEachAsync(
                ids.Chunk(chunk),
                new ParallelOptions { MaxDegreeOfParallelism = atOnce },
                async (some, _) => Interlocked.Add(ref read, await ReadAsync(client, some)));
            return read;
        };
    }

    private static async Task<int> ReadAsync(GraphServiceClient client, string[] ids)
    {
        GetPresencesByUserIdPostResponse? answer = await client.Communications.GetPresencesByUserId
            .PostAsGetPresencesByUserIdPostResponseAsync(new GetPresencesByUserIdPostRequestBody { Ids = [.. ids] });
        return answer!.Value!.Count;
    }

    private static GraphServiceClient Open(HttpMessageHandler handler, string token) =>
        new(new HttpClient(handler, disposeHandler: false), SignIn(token));

    private static GraphServiceClient OpenWithDefaults(HttpMessageHandler handler, string token, Uri? address) =>
        new(GraphClientFactory.Create(finalHandler: handler), SignIn(token, address), address?.AbsoluteUri);

    private static AzureIdentityAuthenticationProvider SignIn(string token, Uri? address = null) =>
        new(new FixedCredential(token), [address?.Host ?? "graph.microsoft.com"], isCaeEnabled: true);
}
