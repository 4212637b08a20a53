using Microsoft.Graph;
using Microsoft.Graph.Me.Presence;
using Microsoft.Graph.Me.Presence.ClearPresence;
using Microsoft.Graph.Me.Presence.SetPresence;
using Microsoft.Graph.Me.Presence.SetStatusMessage;
using Microsoft.Graph.Me.Presence.SetUserPreferredPresence;
using Microsoft.Graph.Models;

namespace PresenceClient.Emulator.GraphSdk.Tests.Doors;

/// <summary><c>/me/presence</c>.</summary>
internal sealed class MeDoor(GraphServiceClient graph, string sessionId) : PresenceDoor(sessionId)
{
    private readonly PresenceRequestBuilder _presence = graph.Me.Presence;

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
