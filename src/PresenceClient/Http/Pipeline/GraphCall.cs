using Microsoft.Kiota.Abstractions;

namespace PresenceClient.Http;

/// <summary>One call: which operation, and how its request is built, anew for each attempt.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="CreateRequest">Builds the request; sending one consumes its body.</param>
internal readonly record struct GraphCall(GraphOperation Operation, Func<RequestInformation> CreateRequest)
{
    /// <summary>Called for each answer that throttles (429), whether or not the call is retried; or null.</summary>
    public Action? OnThrottled { get; init; }

    /// <summary>The time that it shares with the calls for other pages; null for a time of its own.</summary>
    public CallTime? Time { get; init; }

    /// <summary>The lane of a watch's call at the gate; null for every other call.</summary>
    public SweepLane? Lane { get; init; }

    /// <summary>Called just before each attempt is sent; or null.</summary>
    public Action? OnAttempt { get; init; }

    /// <summary>
    /// Whether an attempt that was sent is finished in any case: the call's token then ends only its waits. A write
    /// that follows such a call never arrives before it.
    /// </summary>
    public bool FinishesAttempts { get; init; }

    /// <summary>The user names or texts in the request that must not get into a message; null for none.</summary>
    public IReadOnlyList<string>? Confidential { get; init; }
}
