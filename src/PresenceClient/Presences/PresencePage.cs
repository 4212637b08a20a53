namespace PresenceClient;

/// <summary>What one request of a read of many users gave: up to 650 users.</summary>
/// <remarks>
/// A page has one reason for its failures. Where users of one request fail for different reasons, the others follow in
/// pages of their own, which hold nothing but a failure.
/// </remarks>
public sealed record PresencePage
{
    /// <summary>The presences, in the order asked.</summary>
    public IReadOnlyList<UserPresence> Presences { get; init; } = [];

    /// <summary>The ids that the service left out, in the order asked. That is no failure.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The ids that could not be read, with the reason; null when there are none.</summary>
    public PresenceReadFailure? Failure { get; init; }
}
