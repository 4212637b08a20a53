namespace PresenceClient;

/// <summary>How a <see cref="PresenceWatch"/> is doing.</summary>
public sealed record PresenceWatchStatus
{
    /// <summary>The number of the last change.</summary>
    public long Version { get; init; }

    /// <summary>How many users are watched.</summary>
    public int Users { get; init; }

    /// <summary>Those of them who have not been read yet.</summary>
    public int NotReadUsers { get; init; }

    /// <summary>
    /// Those of them whose state was not confirmed for three intervals: see <see cref="WatchedPresenceState.Stale"/>.
    /// </summary>
    public int StaleUsers { get; init; }

    /// <summary>How many readers there are.</summary>
    public int Readers { get; init; }

    /// <summary>
    /// The interval in force: <see cref="PresenceWatchOptions.Interval"/>, or more while the service throttles.
    /// </summary>
    public TimeSpan Interval { get; init; }

    /// <summary>When the last complete sweep began, in UTC; null before the first one.</summary>
    public DateTimeOffset? LastSweepStartedAt { get; init; }

    /// <summary>How long the last complete sweep took.</summary>
    public TimeSpan LastSweepDuration { get; init; }

    /// <summary>How many users the last complete sweep asked for.</summary>
    public int LastSweepUsers { get; init; }

    /// <summary>Since when reads fail, in UTC; null when the last sweep had no failure.</summary>
    public DateTimeOffset? TroubleSince { get; init; }

    /// <summary>The latest failure, while there is trouble; else null.</summary>
    public PresenceException? Failure { get; init; }
}
