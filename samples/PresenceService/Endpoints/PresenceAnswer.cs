using PresenceClient;

namespace PresenceService.Endpoints;

/// <summary>A user's presence, with Graph's own values.</summary>
internal sealed record PresenceAnswer(string Id, string? Availability, string? Activity)
{
    public static PresenceAnswer Of(UserPresence presence) =>
        new(presence.Id, presence.AvailabilityText, presence.ActivityText);
}
