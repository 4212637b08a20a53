namespace PresenceClient;

/// <summary>A change of one user, as a reader of a <see cref="PresenceWatch"/> gets it.</summary>
/// <remarks>
/// A slow reader gets only the latest state of each user. <see cref="Previous"/> is always the state that the same
/// reader got last. A presence that has changed back in the meantime is not a change.
/// </remarks>
public sealed record PresenceChange
{
    /// <summary>The object id of the user, a GUID, as it was added to the watch.</summary>
    public required string UserId { get; init; }

    /// <summary>What happened.</summary>
    public PresenceChangeKind Kind { get; init; }

    /// <summary>
    /// The presence that this reader got last; null if it got none, or if the user was missing.
    /// </summary>
    /// <remarks>
    /// A reader that continues <c>after</c> a version gets null for the changes since that version: the states before
    /// it are not remembered.
    /// </remarks>
    public UserPresence? Previous { get; init; }

    /// <summary>The presence now; null for a user who is missing or no longer watched.</summary>
    public UserPresence? Current { get; init; }

    /// <summary>
    /// When the current state was last read, or observed if it was reported, in UTC on the clock of
    /// <see cref="PresenceClientOptions.TimeProvider"/>. For a user who is no longer watched: the time of delivery.
    /// </summary>
    public DateTimeOffset ReadAt { get; init; }

    /// <summary>
    /// When the watch first read or observed the present availability and activity, in UTC. The state is at least that
    /// old. For a user who is no longer watched: the time of delivery.
    /// </summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>
    /// The number of the change in its watch. It grows by one with each change of a user. To continue later, use
    /// <see cref="PresenceSweep.Version"/>.
    /// </summary>
    public long Version { get; init; }

    /// <summary>
    /// The parts that differ, for <see cref="PresenceChangeKind.Changed"/>; all parts if <see cref="Previous"/> is not
    /// known. For other kinds: none.
    /// </summary>
    public PresenceParts Parts { get; init; }
}
