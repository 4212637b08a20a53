namespace PresenceClient;

/// <summary>The current use of a client's request pace.</summary>
/// <remarks>See <see cref="PresenceServiceClient.Pace"/>.</remarks>
public sealed record PresencePace
{
    /// <summary>
    /// The most requests that the client sends in any 30 seconds
    /// (<see cref="PresenceClientOptions.MaxRequestsPer30Seconds"/>); null for no limit.
    /// </summary>
    public int? MaxRequestsPer30Seconds { get; init; }

    /// <summary>
    /// The number of requests sent in the last 30 seconds; 0 without a limit, because requests are not counted then.
    /// </summary>
    public int SentInWindow { get; init; }

    /// <summary>
    /// The time until which a 429 pauses all requests, in UTC by the clock of
    /// <see cref="PresenceClientOptions.TimeProvider"/>; null when requests are not paused.
    /// </summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>The number of requests that wait for their turn.</summary>
    public int Waiting { get; init; }
}
