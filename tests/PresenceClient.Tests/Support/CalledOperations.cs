using PresenceClient.Http;

namespace PresenceClient.Tests.Support;

/// <summary>The operations with the tests that all calls share: all described ones except those listed here.</summary>
internal static class CalledOperations
{
    /// <summary>
    /// Subscriptions have tests of their own: a deletion that finds nothing is not an error, and two of the operations have
    /// no public method.
    /// </summary>
    private static readonly GraphOperation[] OfTheirOwn =
    [
        GraphOperations.ListSubscriptions, GraphOperations.CreateSubscription, GraphOperations.GetSubscription,
        GraphOperations.UpdateSubscription, GraphOperations.DeleteSubscription, GraphOperations.ReauthorizeSubscription,
    ];

    public static IReadOnlyList<GraphOperation> All { get; } = [.. GraphOperations.All.Except(OfTheirOwn)];
}
