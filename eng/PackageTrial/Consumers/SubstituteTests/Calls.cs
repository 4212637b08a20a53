using PresenceClient;

namespace SubstituteTests;

/// <summary>The code under test.</summary>
public sealed class Calls(PresenceServiceClient client)
{
    /// <summary>Ends the session of a call; returns whether people saw the call.</summary>
    public async Task<bool> EndAsync(string id, CancellationToken cancellationToken)
    {
        UserClient user = client.Users[id];
        UserPresence presence = await user.GetPresenceAsync(cancellationToken);
        await user.Session.ClearAsync(cancellationToken);
        return presence.Activity == PresenceActivity.InACall;
    }
}
