namespace PresenceClient;

/// <summary>The status of a watch that is shared through Redis, for health checks and pages of operators.</summary>
/// <remarks>
/// A host is healthy as <see cref="PresenceSharingRole.Leader"/>, and as <see cref="PresenceSharingRole.Follower"/>
/// while <see cref="Lag"/> is less than twice the lease. <see cref="PresenceSharingRole.Alone"/> is degraded: readers
/// get changes later.
/// </remarks>
public sealed record PresenceSharingStatus
{
    /// <summary>What this host does.</summary>
    public PresenceSharingRole Role { get; init; }

    /// <summary>The number of the current leader's term; 0 if the host has not heard of a leader.</summary>
    public long Epoch { get; init; }

    /// <summary>The last known number of hosts that share, this one included.</summary>
    public int Hosts { get; init; } = 1;

    /// <summary>
    /// The time since the leader last confirmed that it leads. It confirms it in every third of the lease.
    /// <see cref="TimeSpan.Zero"/> for the leader.
    /// </summary>
    public TimeSpan Lag { get; init; }

    /// <summary>How often this host has become the leader.</summary>
    public long TakeOvers { get; init; }

    /// <summary>Since when the host does without Redis, in UTC; null while it is connected.</summary>
    public DateTimeOffset? AloneSince { get; init; }

    /// <summary>Why the host does without Redis; null while it is connected.</summary>
    public string? Failure { get; init; }
}
