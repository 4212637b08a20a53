using PresenceClient.Http;

namespace PresenceClient.Users;

/// <summary>Drops the preferred presence.</summary>
internal sealed record ClearPreferredAction : PresenceAction
{
    public override GraphCall CallFor(PresenceTarget target) => target.ClearPreferredPresence();
}
