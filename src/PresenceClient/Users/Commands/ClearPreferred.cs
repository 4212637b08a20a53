using Microsoft.Kiota.Abstractions.Serialization;
using PresenceClient.Generated.Models;
using PresenceClient.Http;

namespace PresenceClient.Users;

/// <summary>Clears the preferred presence.</summary>
internal sealed record ClearPreferred : PresenceCommand
{
    public override GraphOperation Mine => GraphOperations.ClearMyPreferredPresence;

    public override GraphOperation OfUser => GraphOperations.ClearUserPreferredPresence;

    public override IParsable CreateBody(string? applicationId) => new EmptyBody();
}
