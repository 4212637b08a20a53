using Microsoft.Kiota.Abstractions.Serialization;
using PresenceClient.Generated.Models;
using PresenceClient.Http;

namespace PresenceClient.Users;

/// <summary>Sets the preferred presence.</summary>
internal sealed record SetPreferred : PresenceCommand
{
    private readonly PresencePair _pair;
    private readonly TimeSpan? _duration;

    public SetPreferred(PresencePair pair, TimeSpan? duration) =>
        (_pair, _duration) = (pair, Duration.OfPreference(duration));

    public override GraphOperation Mine => GraphOperations.SetMyPreferredPresence;

    public override GraphOperation OfUser => GraphOperations.SetUserPreferredPresence;

    public override IParsable CreateBody(string? applicationId) => new SetUserPreferredPresenceBody
    {
        Availability = _pair.Availability,
        Activity = _pair.Activity,
        ExpirationDuration = _duration,
    };
}
