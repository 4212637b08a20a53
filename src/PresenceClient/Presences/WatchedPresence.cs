namespace PresenceClient;

/// <summary>What a <see cref="PresenceWatch"/> knows of a user.</summary>
public sealed record WatchedPresence
{
    /// <summary>The presence that was known last; null for a user who was not read yet or is missing.</summary>
    public UserPresence? Presence { get; init; }

    /// <summary>How far that can be relied on.</summary>
    public WatchedPresenceState State { get; init; }

    /// <summary>
    /// When it was read last, or observed where it was reported, in UTC on the clock of
    /// <see cref="PresenceClientOptions.TimeProvider"/>; null before the first read.
    /// </summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>When the change to it was read or observed, in UTC; null before the first read.</summary>
    public DateTimeOffset? ChangedAt { get; init; }
}
