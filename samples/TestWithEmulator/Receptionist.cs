using PresenceClient;

namespace TestWithEmulator;

/// <summary>The code under test: finds a colleague who can take a call.</summary>
public sealed class Receptionist(PresenceServiceClient client)
{
    /// <summary>Returns the id of the first who is available; null if no one is.</summary>
    public async Task<string?> FindAsync(IEnumerable<string> ids, CancellationToken cancellationToken = default)
    {
        PresenceReadResult team = await client.Presences.GetAsync(ids, cancellationToken);
        return team.FirstOrDefault(presence => presence.Availability == PresenceAvailability.Available)?.Id;
    }
}
