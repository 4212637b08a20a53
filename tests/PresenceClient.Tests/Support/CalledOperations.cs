using PresenceClient.Http;

namespace PresenceClient.Tests.Support;

/// <summary>The operations with the tests that all calls share.</summary>
internal static class CalledOperations
{
    /// <summary>
    /// The operations of subscriptions, which have tests of their own: a deletion that finds nothing is not an error.
    /// </summary>
    public static readonly GraphOperation[] Subscriptions =
    [
        GraphOperations.ListSubscriptions, GraphOperations.CreateSubscription, GraphOperations.UpdateSubscription,
        GraphOperations.DeleteSubscription,
    ];

    /// <summary>Described and in the table, but without a public method.</summary>
    private static readonly GraphOperation[] NotCalled =
        [GraphOperations.GetSubscription, GraphOperations.ReauthorizeSubscription];

    public static IReadOnlyList<GraphOperation> All { get; } =
        [.. GraphOperations.All.Except([.. Subscriptions, .. NotCalled])];
}
