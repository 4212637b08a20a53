using System.Net;
using System.Net.Http.Headers;

namespace PresenceClient.Benchmarks.InMemory;

internal static class JsonAnswer
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public static HttpResponseMessage Create(HttpRequestMessage request, byte[] json)
    {
        var content = new ByteArrayContent(json);
        content.Headers.ContentType = Json;
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }
}
