using PresenceClient.Generated.Me.Presence;
using PresenceClient.Generated.Models;
using PresenceClient.Http;

namespace PresenceClient.Users;

/// <summary>The presence of the signed-in user, under <c>/me/presence</c>.</summary>
internal sealed class MeTarget(GraphPipeline pipeline) : PresenceTarget(pipeline)
{
    private PresenceRequestBuilder Builder => Pipeline.Api.Me.Presence;

    public override GraphCall Get() =>
        new(GraphOperations.GetMyPresence, () => Builder.ToGetRequestInformation());

    public override GraphCall SetPresence(SetPresenceBody body) =>
        new(GraphOperations.SetMyPresence, () => Builder.SetPresence.ToPostRequestInformation(body));

    public override GraphCall ClearPresence(ClearPresenceBody body) =>
        new(GraphOperations.ClearMyPresence, () => Builder.ClearPresence.ToPostRequestInformation(body));

    public override GraphCall SetPreferredPresence(SetUserPreferredPresenceBody body) =>
        new(GraphOperations.SetMyPreferredPresence,
            () => Builder.SetUserPreferredPresence.ToPostRequestInformation(body));

    public override GraphCall ClearPreferredPresence() =>
        new(GraphOperations.ClearMyPreferredPresence,
            () => Builder.ClearUserPreferredPresence.ToPostRequestInformation(new EmptyBody()));

    public override GraphCall SetStatusMessage(SetStatusMessageBody body) =>
        new(GraphOperations.SetMyStatusMessage, () => Builder.SetStatusMessage.ToPostRequestInformation(body));

    public GraphCall SetManualLocation(SetWorkLocationBody body) =>
        new(GraphOperations.SetMyManualLocation, () => Builder.SetManualLocation.ToPostRequestInformation(body));

    public GraphCall SetAutomaticLocation(SetWorkLocationBody body) =>
        new(GraphOperations.SetMyAutomaticLocation, () => Builder.SetAutomaticLocation.ToPostRequestInformation(body));

    public GraphCall ClearLocation() =>
        new(GraphOperations.ClearMyLocation, () => Builder.ClearLocation.ToPostRequestInformation(new EmptyBody()));

    public GraphCall ClearAutomaticLocation() =>
        new(GraphOperations.ClearMyAutomaticLocation,
            () => Builder.ClearAutomaticLocation.ToPostRequestInformation(new EmptyBody()));
}
