using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace PresenceClient.Benchmarks.Peers;

/// <summary>HttpClient and System.Text.Json: the least code in place of a client library.</summary>
internal sealed class PlainClient(HttpClient http)
{
    private static readonly Uri Graph = new("https://graph.microsoft.com/v1.0/");

    public static PlainClient Open(HttpMessageHandler handler)
    {
        var http = new HttpClient(handler, disposeHandler: false) { BaseAddress = Graph };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ThisPackage.Token);
        return new PlainClient(http);
    }

    public async Task<PlainPresence[]> ReadAsync(string[] ids)
    {
        using HttpResponseMessage answer = await http.PostAsJsonAsync(
            new Uri("communications/getPresencesByUserId", UriKind.Relative), new PlainIds(ids),
            PlainJson.Default.PlainIds);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync(PlainJson.Default.PlainPage))!.Value!;
    }

    public async Task<PlainPresence> ReadOneAsync(string id) => (await http.GetFromJsonAsync(
        new Uri($"users/{id}/presence", UriKind.Relative), PlainJson.Default.PlainPresence))!;
}
