namespace PresenceClient;

/// <summary>How much of its pace a client uses now: see <see cref="PresenceServiceClient.Pace"/>.</summary>
public sealed record PresencePace
{
    /// <summary>
    /// How many requests the client sends in any 30 seconds at most
    /// (<see cref="PresenceClientOptions.MaxRequestsPer30Seconds"/>); null for no limit.
    /// </summary>
    public int? MaxRequestsPer30Seconds { get; init; }

    /// <summary>
    /// How many requests were sent in the last 30 seconds; 0 without a limit, as none are counted then.
    /// </summary>
    public int SentInWindow { get; init; }

    /// <summary>
    /// Until when a 429 holds all requests back, in UTC on the clock of
    /// <see cref="PresenceClientOptions.TimeProvider"/>; null when nothing is held back.
    /// </summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>How many requests wait for their turn.</summary>
    public int Waiting { get; init; }
}
