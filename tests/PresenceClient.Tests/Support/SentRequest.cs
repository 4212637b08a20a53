using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace PresenceClient.Tests.Support;

/// <summary>A request as it reached the last handler.</summary>
/// <param name="Number">Its place among the requests, from 1.</param>
/// <param name="Method">The method.</param>
/// <param name="Url">The absolute address.</param>
/// <param name="Headers">The headers of the request and of its body.</param>
/// <param name="Body">The text of the body; null when there is none.</param>
internal sealed record SentRequest(
    int Number, HttpMethod Method, string Url, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    private string[]? _ids;

    /// <summary>The ids that a bulk read asks for; empty for every other request.</summary>
    public string[] Ids => _ids ??= ReadIds();

    public static SentRequest Of(HttpRequestMessage request, int number)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Add(request.Headers, headers);
        string? text = null;
        if (request.Content is not null)
        {
            // Before the body is read: reading it makes HttpContent add a length that the client did not set.
            Add(request.Content.Headers, headers);

            // Copied as a connection copies it: a handler can send the same content again.
            using var body = new MemoryStream();
            request.Content.CopyTo(body, null, CancellationToken.None);
            text = Encoding.UTF8.GetString(body.ToArray());
        }

        return new SentRequest(number, request.Method, request.RequestUri!.AbsoluteUri, headers, text);
    }

    private static void Add(HttpHeaders from, Dictionary<string, string> to)
    {
        foreach ((string name, HeaderStringValues values) in from.NonValidated)
        {
            to.Add(name, values.ToString());
        }
    }

    private string[] ReadIds()
    {
        if (Body is null)
        {
            return [];
        }

        using var body = JsonDocument.Parse(Body);
        return body.RootElement.TryGetProperty("ids", out JsonElement ids)
            ? [.. ids.EnumerateArray().Select(id => id.GetString()!)]
            : [];
    }
}
