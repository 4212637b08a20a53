using PresenceClient.Generated.Models;
using PresenceClient.Http;

namespace PresenceClient.Users;

/// <summary>Sets the preferred presence.</summary>
internal sealed record SetPreferredAction : PresenceAction
{
    private readonly PresencePair _pair;
    private readonly TimeSpan? _duration;

    public SetPreferredAction(PresencePair pair, TimeSpan? duration) =>
        (_pair, _duration) = (pair, Duration.OfPreference(duration));

    public override GraphCall CallFor(PresenceTarget target) =>
        target.SetPreferredPresence(new SetUserPreferredPresenceBody
        {
            Availability = _pair.Availability,
            Activity = _pair.Activity,
            ExpirationDuration = _duration,
        });
}
