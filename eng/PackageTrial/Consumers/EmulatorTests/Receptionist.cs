using PresenceClient;

namespace EmulatorTests;

/// <summary>The code under test.</summary>
public sealed class Receptionist(PresenceServiceClient client)
{
    /// <summary>Returns the id of the first person who is available.</summary>
    public async Task<string?> FindAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        PresenceReadResult team = await client.Presences.GetAsync(ids, cancellationToken);
        return team.FirstOrDefault(presence => presence.Availability == PresenceAvailability.Available)?.Id;
    }
}
