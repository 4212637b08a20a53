using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Presence;
using Microsoft.Graph.Users.Item.Presence.ClearPresence;
using Microsoft.Graph.Users.Item.Presence.SetPresence;
using Microsoft.Graph.Users.Item.Presence.SetStatusMessage;
using Microsoft.Graph.Users.Item.Presence.SetUserPreferredPresence;

namespace PresenceClient.Emulator.GraphSdk.Tests.Doors;

/// <summary><c>/users/{id}/presence</c>.</summary>
internal sealed class UserDoor(GraphServiceClient graph, string userId, string sessionId) : PresenceDoor(sessionId)
{
    private readonly PresenceRequestBuilder _presence = graph.Users[userId].Presence;

    public override Task<Presence?> GetAsync() => _presence.GetAsync();

    public override Task SetAsync(string availability, string activity, TimeSpan? duration = null) =>
        _presence.SetPresence.PostAsync(new SetPresencePostRequestBody
        {
            SessionId = SessionId,
            Availability = availability,
            Activity = activity,
            ExpirationDuration = duration,
        });

    public override Task ClearAsync() =>
        _presence.ClearPresence.PostAsync(new ClearPresencePostRequestBody { SessionId = SessionId });

    public override Task PreferAsync(string availability, string activity, TimeSpan? duration = null) =>
        _presence.SetUserPreferredPresence.PostAsync(new SetUserPreferredPresencePostRequestBody
        {
            Availability = availability,
            Activity = activity,
            ExpirationDuration = duration,
        });

    public override Task ClearPreferredAsync() => _presence.ClearUserPreferredPresence.PostAsync();

    public override Task SetStatusAsync(string message, DateTimeTimeZone? expiry = null) =>
        _presence.SetStatusMessage.PostAsync(
            new SetStatusMessagePostRequestBody { StatusMessage = Status(message, expiry) });
}
