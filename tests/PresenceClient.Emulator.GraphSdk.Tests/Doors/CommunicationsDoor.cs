using Microsoft.Graph;
using Microsoft.Graph.Communications.Presences.Item;
using Microsoft.Graph.Communications.Presences.Item.ClearPresence;
using Microsoft.Graph.Communications.Presences.Item.SetPresence;
using Microsoft.Graph.Communications.Presences.Item.SetStatusMessage;
using Microsoft.Graph.Communications.Presences.Item.SetUserPreferredPresence;
using Microsoft.Graph.Models;

namespace PresenceClient.Emulator.GraphSdk.Tests.Doors;

/// <summary><c>/communications/presences/{id}</c>.</summary>
internal sealed class CommunicationsDoor(GraphServiceClient graph, string userId, string sessionId)
    : PresenceDoor(sessionId)
{
    private readonly PresenceItemRequestBuilder _presence = graph.Communications.Presences[userId];

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
