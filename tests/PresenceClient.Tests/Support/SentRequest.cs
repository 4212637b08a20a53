using System.Net.Http.Headers;

namespace PresenceClient.Tests.Support;

/// <summary>A request as it reached the last handler.</summary>
internal sealed record SentRequest(
    HttpMethod Method, string Url, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    public static SentRequest Of(HttpRequestMessage request)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        Add(request.Headers, headers);
        if (request.Content is null)
        {
            return new SentRequest(request.Method, request.RequestUri!.AbsoluteUri, headers, null);
        }

        // Before the body is read: reading it makes HttpContent add a length, which is not the client's doing.
        Add(request.Content.Headers, headers);
        using StreamReader body = new(request.Content.ReadAsStream(), leaveOpen: true);
        return new SentRequest(request.Method, request.RequestUri!.AbsoluteUri, headers, body.ReadToEnd());
    }

    private static void Add(HttpHeaders from, Dictionary<string, string> to)
    {
        foreach ((string name, HeaderStringValues values) in from.NonValidated)
        {
            to.Add(name, values.ToString());
        }
    }
}
