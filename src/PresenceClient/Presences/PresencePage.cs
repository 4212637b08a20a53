namespace PresenceClient;

/// <summary>The result of one request of a read of many users: up to 650 users.</summary>
/// <remarks>
/// A page has one reason for its failures. If users of one request fail for different reasons, each further reason
/// follows in a page of its own, which contains only a failure.
/// </remarks>
public sealed record PresencePage
{
    /// <summary>The presences, in the order requested.</summary>
    public IReadOnlyList<UserPresence> Presences { get; init; } = [];

    /// <summary>The ids that the service left out, in the order requested.</summary>
    /// <remarks>This is not a failure.</remarks>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The ids that could not be read, with the reason; null if there are none.</summary>
    public PresenceReadFailure? Failure { get; init; }
}
