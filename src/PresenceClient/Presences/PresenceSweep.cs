namespace PresenceClient;

/// <summary>What a sweep of a <see cref="PresenceWatch"/>, one poll of all users, brought.</summary>
/// <remarks>
/// News from between two sweeps is a sweep of its own: users who were added or removed,
/// <see cref="PresenceWatch.RefreshAsync(IEnumerable{string}, CancellationToken)"/> and
/// <see cref="PresenceWatch.Report"/>. A slow reader gets what it has missed in one.
/// </remarks>
public sealed record PresenceSweep
{
    /// <summary>
    /// The version that these changes lead to. To continue later, give it to
    /// <see cref="PresenceWatch.ReadSweepsAsync(long?, CancellationToken)"/>. It can be the id of a server-sent event.
    /// </summary>
    public long Version { get; init; }

    /// <summary>The changes, at most one for a user; empty where only the status has news.</summary>
    public IReadOnlyList<PresenceChange> Changes { get; init; } = [];

    /// <summary>How the watch is doing.</summary>
    public PresenceWatchStatus Status { get; init; } = new();

    /// <summary>
    /// Whether the reader asked to continue after a version that is no longer known. These changes are the state of
    /// all users then: replace what you have.
    /// </summary>
    public bool IsResynchronization { get; init; }
}
