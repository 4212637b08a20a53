using PresenceClient.Emulator.Protocol;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Graph.Subscriptions;

/// <summary>Serves the reads of the caller's own subscriptions.</summary>
internal static class SubscriptionReads
{
    public static Outcome<EmulatedOperation.Work> List(OperationContext context, GraphBody body) =>
        EmulatedOperation.AtOnce(() =>
        {
            Subscription[] own = Own(context);
            return GraphAnswer.Json(writer => SubscriptionJson.WriteAll(writer, own));
        });

    public static Outcome<EmulatedOperation.Work> Get(OperationContext context, GraphBody body) =>
        EmulatedOperation.AtOnce(() => Find(context) is { } one
            ? GraphAnswer.Json(writer => SubscriptionJson.WriteOne(writer, one))
            : EmulatedError.NoSubscription(context.PathId!));

    /// <summary>Finds the subscription in the path, if it is the caller's.</summary>
    public static Subscription? Find(OperationContext context) =>
        Array.Find(Own(context), one => one.Id.Equals(context.PathId, StringComparison.OrdinalIgnoreCase));

    private static Subscription[] Own(OperationContext context) => Array.FindAll(
        context.Call.State.Subscriptions.At(context.Call.Now),
        one => context.Caller.User is { } user && one.IsOf(context.Caller.ClientId, user));
}
