namespace PresenceClient;

/// <summary>What a reader of a <see cref="PresenceWatch"/> gets of one user.</summary>
/// <remarks>
/// A reader that is slower than the changes gets the latest state of each user, and <see cref="Previous"/> is always
/// what the same reader got last. A presence that has changed back in the meantime is no change.
/// </remarks>
public sealed record PresenceChange
{
    /// <summary>The object id of the user, a GUID in lower case.</summary>
    public required string UserId { get; init; }

    /// <summary>What happened.</summary>
    public PresenceChangeKind Kind { get; init; }

    /// <summary>
    /// The presence that this reader got last; null if it got none, or got the news that the user is missing.
    /// </summary>
    /// <remarks>
    /// A reader that continues <c>after</c> a version gets null here: what was read before it is not remembered.
    /// </remarks>
    public UserPresence? Previous { get; init; }

    /// <summary>The presence now; null for a user who is missing or no longer watched.</summary>
    public UserPresence? Current { get; init; }

    /// <summary>
    /// When the current state was read last, or observed where it was reported, in UTC on the clock of
    /// <see cref="PresenceClientOptions.TimeProvider"/>. For a user who is no longer watched: the time of delivery.
    /// </summary>
    public DateTimeOffset ReadAt { get; init; }

    /// <summary>
    /// The number of the change in its watch. It grows by one with each change of a user. To continue later, use
    /// <see cref="PresenceSweep.Version"/>.
    /// </summary>
    public long Version { get; init; }

    /// <summary>
    /// The parts that differ, of a <see cref="PresenceChangeKind.Changed"/> presence; all of them when
    /// <see cref="Previous"/> is not known. Else none.
    /// </summary>
    public PresenceParts Parts { get; init; }
}
