using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>The status of a <see cref="PresenceWatch"/>.</summary>
public sealed record PresenceWatchStatus
{
    /// <summary>The number of the last change.</summary>
    public long Version { get; init; }

    /// <summary>The number of watched users.</summary>
    public int Users { get; init; }

    /// <summary>The number of watched users that have not been read yet.</summary>
    public int NotReadUsers { get; init; }

    /// <summary>
    /// The number of watched users whose state was not confirmed for three intervals: see
    /// <see cref="WatchedPresenceState.Stale"/>.
    /// </summary>
    public int StaleUsers { get; init; }

    /// <summary>The number of readers.</summary>
    public int Readers { get; init; }

    /// <summary>
    /// The interval in force: <see cref="PresenceWatchOptions.Interval"/>, or more while the service throttles.
    /// </summary>
    public TimeSpan Interval { get; init; }

    /// <summary>When the last complete sweep began, in UTC; null before the first one.</summary>
    public DateTimeOffset? LastSweepStartedAt { get; init; }

    /// <summary>How long the last complete sweep took.</summary>
    public TimeSpan LastSweepDuration { get; init; }

    /// <summary>The number of users that the last complete sweep asked for.</summary>
    public int LastSweepUsers { get; init; }

    /// <summary>The time since which reads fail, in UTC; null when the last sweep had no failure.</summary>
    public DateTimeOffset? TroubleSince { get; init; }

    /// <summary>The latest failure, while there is trouble; else null.</summary>
    /// <remarks>Not part of the JSON of the status.</remarks>
    [JsonIgnore]
    public PresenceException? Failure { get; init; }
}
