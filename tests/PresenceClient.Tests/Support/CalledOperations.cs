using PresenceClient.Http;

namespace PresenceClient.Tests.Support;

/// <summary>The operations that a public method calls: all described ones except those listed here.</summary>
internal static class CalledOperations
{
    /// <summary>Described and in the table, but without a public method yet: subscriptions.</summary>
    private static readonly GraphOperation[] NotYet =
    [
        GraphOperations.ListSubscriptions, GraphOperations.CreateSubscription, GraphOperations.GetSubscription,
        GraphOperations.UpdateSubscription, GraphOperations.DeleteSubscription, GraphOperations.ReauthorizeSubscription,
    ];

    public static IReadOnlyList<GraphOperation> All { get; } = [.. GraphOperations.All.Except(NotYet)];
}
