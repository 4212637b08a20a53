using PresenceClient.Benchmarks.Peers;

namespace PresenceClient.Start;

/// <summary>This package.</summary>
internal sealed class Peer(Uri address, string token) : IDisposable
{
    private readonly PresenceServiceClient _client =
        new(new FixedCredential(token), new() { BaseAddress = address });

    public async Task<string?> ReadOneAsync(string id) =>
        (await _client.Users[id].GetPresenceAsync()).AvailabilityText;

    public async Task<int> ReadManyAsync(string[] ids) => (await _client.Presences.GetAsync(ids)).Count;

    public void Dispose() => _client.Dispose();
}
