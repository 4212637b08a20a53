namespace PresenceClient.Presences.Watching;

/// <summary>News for a reader of sweeps, in addition to the changes.</summary>
internal readonly record struct SweepNews
{
    /// <summary>Completes when there is news, if there is none now; else null.</summary>
    public Task? Later { get; init; }

    /// <summary>The version that the changes reach at least.</summary>
    public long Version { get; init; }

    /// <summary>Whether a sweep has ended.</summary>
    public bool IsSweep { get; init; }

    /// <summary>Whether trouble has begun or ended.</summary>
    public bool IsTrouble { get; init; }

    /// <summary>
    /// Whether the changes are the state of all users, because the version to continue after is not known.
    /// </summary>
    public bool IsResynchronization { get; init; }
}
