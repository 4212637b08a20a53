namespace PresenceClient.Http;

/// <summary>
/// Reads a model from the body of an answer. Throws <see cref="System.Text.Json.JsonException"/> if the body cannot be
/// read.
/// </summary>
/// <param name="utf8">The body.</param>
/// <param name="failures">Creates the exceptions for entries that cannot be read.</param>
internal delegate T BodyReader<out T>(ReadOnlySpan<byte> utf8, FailureFactory failures);

/// <summary>A call: its operation, and a factory of its request.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="CreateRequest">Creates the request of an attempt, because sending consumes the body.</param>
internal readonly record struct GraphCall(GraphOperation Operation, Func<GraphRequest> CreateRequest)
{
    /// <summary>Called for each 429 answer, whether or not the call is retried; null for none.</summary>
    public Action? OnThrottled { get; init; }

    /// <summary>The time that the call shares with the calls for other pages; null for its own.</summary>
    public CallTime? Time { get; init; }

    /// <summary>The lane at the gate, for the calls of a watch or a keeper; null for other calls.</summary>
    public BackgroundLane? Lane { get; init; }

    /// <summary>Called just before each attempt is sent; null for none.</summary>
    public Action? OnAttempt { get; init; }

    /// <summary>
    /// Whether an attempt that was sent is always finished. Cancelling the call then ends only its waits, so that it
    /// cannot arrive after a later write.
    /// </summary>
    public bool FinishesAttempts { get; init; }

    /// <summary>The users' names or texts in the request, which messages must not contain; null for none.</summary>
    public IReadOnlyList<string>? Confidential { get; init; }
}
