using Microsoft.Graph;
using Microsoft.Graph.Communications.GetPresencesByUserId;
using Microsoft.Kiota.Authentication.Azure;
using PresenceClient.Benchmarks.Peers;

namespace PresenceClient.Start;

/// <summary>Microsoft's SDK. It sends tokens only to the hosts in its list.</summary>
internal sealed class Peer(Uri address, string token) : IDisposable
{
    private readonly GraphServiceClient _client = new(
        new AzureIdentityAuthenticationProvider(new FixedCredential(token), [address.Host], isCaeEnabled: true),
        address.AbsoluteUri);

    public async Task<string?> ReadOneAsync(string id) => (await _client.Users[id].Presence.GetAsync())?.Availability;

    public async Task<int> ReadManyAsync(string[] ids)
    {
        GetPresencesByUserIdPostResponse? answer = await _client.Communications.GetPresencesByUserId
            .PostAsGetPresencesByUserIdPostResponseAsync(new GetPresencesByUserIdPostRequestBody { Ids = [.. ids] });
        return answer!.Value!.Count;
    }

    public void Dispose() => _client.Dispose();
}
