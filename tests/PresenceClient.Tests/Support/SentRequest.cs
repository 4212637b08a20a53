using System.Net.Http.Headers;
using System.Text;

namespace PresenceClient.Tests.Support;

/// <summary>A request as it reached the last handler.</summary>
internal sealed record SentRequest(
    HttpMethod Method, string Url, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    public static SentRequest Of(HttpRequestMessage request)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Add(request.Headers, headers);
        if (request.Content is null)
        {
            return new SentRequest(request.Method, request.RequestUri!.AbsoluteUri, headers, null);
        }

        // Before the body is read: reading it makes HttpContent add a length, which is not the client's doing.
        Add(request.Content.Headers, headers);
        // Copied as a connection does, which a handler can let happen again.
        using var body = new MemoryStream();
        request.Content.CopyTo(body, null, CancellationToken.None);
        return new SentRequest(
            request.Method, request.RequestUri!.AbsoluteUri, headers, Encoding.UTF8.GetString(body.ToArray()));
    }

    private static void Add(HttpHeaders from, Dictionary<string, string> to)
    {
        foreach ((string name, HeaderStringValues values) in from.NonValidated)
        {
            to.Add(name, values.ToString());
        }
    }
}
