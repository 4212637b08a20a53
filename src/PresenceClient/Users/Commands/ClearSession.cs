using Microsoft.Kiota.Abstractions.Serialization;
using PresenceClient.Generated.Models;
using PresenceClient.Http;

namespace PresenceClient.Users;

/// <summary>Ends the application's session.</summary>
internal sealed record ClearSession : PresenceCommand
{
    public override GraphOperation Mine => GraphOperations.ClearMyPresence;

    public override GraphOperation OfUser => GraphOperations.ClearUserPresence;

    public override IParsable CreateBody(string? applicationId) =>
        new ClearPresenceBody { SessionId = SessionId.Require(applicationId) };
}
