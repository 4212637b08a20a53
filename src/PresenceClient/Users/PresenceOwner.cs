using PresenceClient.Generated.Models;
using PresenceClient.Generated.Users.Item.Presence;
using PresenceClient.Http;

namespace PresenceClient.Users;

/// <summary>The presence of a user, under <c>/users/{id}/presence</c>; the id must be an object id.</summary>
internal sealed class UserTarget(GraphPipeline pipeline, string id) : PresenceTarget(pipeline)
{
    private PresenceRequestBuilder Builder => Pipeline.Api.Users[UserId.RequireObjectId(id)].Presence;

    // By its address, since expanding the builder's template takes a quarter of a whole read.
    public override GraphCall Get() => new(GraphOperations.GetUserPresence, () => new PresenceRequestBuilder(
        Pipeline.AddressOf(GraphOperations.GetUserPresence, UserId.RequireObjectId(id)), Pipeline.Writing)
            .ToGetRequestInformation());

    public override GraphCall SetPresence(SetPresenceBody body) =>
        new(GraphOperations.SetUserPresence, () => Builder.SetPresence.ToPostRequestInformation(body));

    public override GraphCall ClearPresence(ClearPresenceBody body) =>
        new(GraphOperations.ClearUserPresence, () => Builder.ClearPresence.ToPostRequestInformation(body));

    public override GraphCall SetPreferredPresence(SetUserPreferredPresenceBody body) =>
        new(GraphOperations.SetUserPreferredPresence,
            () => Builder.SetUserPreferredPresence.ToPostRequestInformation(body));

    public override GraphCall ClearPreferredPresence() =>
        new(GraphOperations.ClearUserPreferredPresence,
            () => Builder.ClearUserPreferredPresence.ToPostRequestInformation(new EmptyBody()));

    public override GraphCall SetStatusMessage(SetStatusMessageBody body) =>
        new(GraphOperations.SetUserStatusMessage, () => Builder.SetStatusMessage.ToPostRequestInformation(body));
}
