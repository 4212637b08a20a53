using PresenceClient.Generated.Models;
using PresenceClient.Http;

namespace PresenceClient.Users;

/// <summary>Sets the application's session.</summary>
internal sealed record SetSessionAction : PresenceAction
{
    private readonly PresencePair _pair;
    private readonly TimeSpan? _duration;

    public SetSessionAction(PresencePair pair, TimeSpan? duration) =>
        (_pair, _duration) = (pair, Duration.OfSession(duration));

    public override GraphCall CallFor(PresenceTarget target) => target.SetPresence(new SetPresenceBody
    {
        SessionId = SessionId.Require(target.Pipeline),
        Availability = _pair.Availability,
        Activity = _pair.Activity,
        ExpirationDuration = _duration,
    });
}
