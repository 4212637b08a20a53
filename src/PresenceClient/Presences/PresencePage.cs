namespace PresenceClient;

/// <summary>What one request of a read of many users gave: up to 650 users.</summary>
public sealed record PresencePage
{
    /// <summary>The presences, in the order asked.</summary>
    public IReadOnlyList<UserPresence> Presences { get; init; } = [];

    /// <summary>The ids that the service left out, in the order asked. That is no failure.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The ids that could not be read, with the reason; null when the request succeeded.</summary>
    public PresenceReadFailure? Failure { get; init; }
}
