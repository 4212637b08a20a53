using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph.Batch;

/// <summary>One request of a batch.</summary>
internal sealed record BatchItem(string Id, string Method, string Url)
{
    public const string ContentType = "Content-Type";

    private const string RequestId = "client-request-id";

    /// <summary>The ids of the requests that must succeed first.</summary>
    public string[] DependsOn { get; init; } = [];

    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>The body as JSON text; null if there is none.</summary>
    public string? Body { get; init; }

    /// <summary>The path of the URL, below the version and unescaped.</summary>
    public static string PathOf(string url) => Uri.UnescapeDataString(url.Split('?')[0]).TrimStart('/');

    /// <summary>
    /// Creates the call of this request, with the caller and version of the batch and an id of its own.
    /// </summary>
    public EmulatedCall ToCall(EmulatedCall batch)
    {
        string[] parts = Url.Split('?', 2);
        string query = parts.Length == 2 ? "?" + parts[1] : "";
        return new EmulatedCall(Method, "/v1.0/" + PathOf(Url), batch.State)
        {
            Origin = batch.Origin,
            Authorization = batch.Authorization,
            ContentType = Headers.GetValueOrDefault(ContentType, ""),
            IsEventual = EmulatedCall.MeansEventual(Headers.GetValueOrDefault(EmulatedCall.ConsistencyLevel, "")),
            QueryText = query,
            Query = new QueryCollection(QueryHelpers.ParseQuery(query)),
            Body = new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(Body ?? "")),
            SentRequestId = Headers.GetValueOrDefault(RequestId, batch.SentRequestId),
            IsInBatch = true,
        };
    }
}
