using Microsoft.Kiota.Abstractions.Serialization;
using PresenceClient.Generated.Models;
using PresenceClient.Http;

namespace PresenceClient.Users;

/// <summary>Sets the application's session.</summary>
internal sealed record SetSession : PresenceCommand
{
    private readonly PresencePair _pair;
    private readonly TimeSpan? _duration;

    public SetSession(PresencePair pair, TimeSpan? duration) =>
        (_pair, _duration) = (pair, Duration.OfSession(duration));

    /// <summary>Whether Graph lets the state fade before the session ends.</summary>
    public bool Fades => _pair.Availability.Equals("Available", StringComparison.OrdinalIgnoreCase);

    public override GraphOperation Mine => GraphOperations.SetMyPresence;

    public override GraphOperation OfUser => GraphOperations.SetUserPresence;

    public override IParsable CreateBody(string? applicationId) => new SetPresenceBody
    {
        SessionId = SessionId.Require(applicationId),
        Availability = _pair.Availability,
        Activity = _pair.Activity,
        ExpirationDuration = _duration,
    };
}
