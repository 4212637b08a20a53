using PresenceClient.Generated.Models;
using PresenceClient.Http;

namespace PresenceClient.Users;

/// <summary>Ends the application's session.</summary>
internal sealed record ClearSessionAction : PresenceAction
{
    public override GraphCall CallFor(PresenceTarget target) =>
        target.ClearPresence(new ClearPresenceBody { SessionId = SessionId.Require(target.Pipeline) });
}
