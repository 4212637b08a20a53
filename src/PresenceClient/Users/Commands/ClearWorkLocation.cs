using Microsoft.Kiota.Abstractions.Serialization;
using PresenceClient.Generated.Models;
using PresenceClient.Http;

namespace PresenceClient.Users;

/// <summary>Clears the manual and the automatic work location, or the automatic one only.</summary>
internal sealed record ClearWorkLocation(GraphOperation Operation) : PresenceCommand
{
    public override GraphOperation Mine => Operation;

    public override IParsable CreateBody(string? applicationId) => new EmptyBody();
}
