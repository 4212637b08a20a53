namespace PresenceClient;

/// <summary>The state of a user in a <see cref="PresenceWatch"/>.</summary>
public sealed record WatchedPresence
{
    /// <summary>The last known presence; null for a user who has not been read yet or is missing.</summary>
    public UserPresence? Presence { get; init; }

    /// <summary>Whether the presence is known, missing or stale.</summary>
    public WatchedPresenceState State { get; init; }

    /// <summary>
    /// When the state was last read, or observed if it was reported, in UTC on the clock of
    /// <see cref="PresenceClientOptions.TimeProvider"/>; null before the first read.
    /// </summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>When the last change was read or observed, in UTC; null before the first read.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>
    /// When the present availability and activity were first read or observed, in UTC; null before the first read.
    /// </summary>
    /// <remarks>
    /// The state is at least that old. Changes of other parts, for example of the status message, do not set it.
    /// </remarks>
    public DateTimeOffset? Since { get; init; }
}
