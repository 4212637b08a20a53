namespace PresenceClient;

/// <summary>The result of a sweep of a <see cref="PresenceWatch"/>: one poll of all users.</summary>
/// <remarks>
/// Changes between two sweeps come as an additional sweep: users that were added or removed,
/// <see cref="PresenceWatch.RefreshAsync(IEnumerable{string}, CancellationToken)"/> and
/// <see cref="PresenceWatch.Report(UserPresence, DateTimeOffset)"/>. A slow reader gets all missed sweeps as one.
/// </remarks>
public sealed record PresenceSweep
{
    /// <summary>
    /// The version that these changes reach. To continue later, pass it to
    /// <see cref="PresenceWatch.ReadSweepsAsync(long?, CancellationToken)"/>. You can use it as the id of a server-sent
    /// event.
    /// </summary>
    public long Version { get; init; }

    /// <summary>The changes, at most one for each user; empty if only the status has changed.</summary>
    public IReadOnlyList<PresenceChange> Changes { get; init; } = [];

    /// <summary>The status of the watch.</summary>
    public PresenceWatchStatus Status { get; init; } = new();

    /// <summary>
    /// Whether the reader asked to continue after a version that is no longer known. The changes are then the
    /// states of all users: replace yours.
    /// </summary>
    public bool IsResynchronization { get; init; }
}
