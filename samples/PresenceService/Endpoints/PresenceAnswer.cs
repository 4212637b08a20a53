using PresenceClient;

namespace PresenceService.Endpoints;

/// <summary>What the service tells of a user, in Graph's own words.</summary>
internal sealed record PresenceAnswer(string Id, string? Availability, string? Activity)
{
    public static PresenceAnswer Of(UserPresence presence) =>
        new(presence.Id, presence.AvailabilityText, presence.ActivityText);
}
