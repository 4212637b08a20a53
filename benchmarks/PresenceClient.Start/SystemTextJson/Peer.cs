using System.Net.Http.Headers;
using System.Net.Http.Json;
using PresenceClient.Benchmarks.Peers;

namespace PresenceClient.Start;

/// <summary>HttpClient and source-generated System.Text.Json: the least code in place of a client library.</summary>
internal sealed class Peer : IDisposable
{
    private readonly HttpClient _client = new();

    public Peer(Uri address, string token)
    {
        _client.BaseAddress = new Uri(address.AbsoluteUri.TrimEnd('/') + "/");
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public async Task<string?> ReadOneAsync(string id) => (await _client.GetFromJsonAsync(
        new Uri($"users/{id}/presence", UriKind.Relative), PlainJson.Default.PlainPresence))?.Availability;

    public async Task<int> ReadManyAsync(string[] ids)
    {
        using HttpResponseMessage answer = await _client.PostAsJsonAsync(
            new Uri("communications/getPresencesByUserId", UriKind.Relative), new PlainIds(ids),
            PlainJson.Default.PlainIds);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync(PlainJson.Default.PlainPage))!.Value!.Length;
    }

    public void Dispose() => _client.Dispose();
}
