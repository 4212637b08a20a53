namespace PresenceClient;

/// <summary>What a <see cref="PresenceLoader"/> knows of a user, and of when.</summary>
public sealed record LoadedPresence
{
    /// <summary>
    /// The presence; null when the service left the user out of its answer: it knows no such user, or tells nothing of
    /// it.
    /// </summary>
    public UserPresence? Presence { get; init; }

    /// <summary>
    /// When the answer had been read, on the clock of <see cref="PresenceClientOptions.TimeProvider"/>, in UTC. The
    /// presence is at least as old as that: a remembered answer by up to <see cref="PresenceLoaderOptions.MaxAge"/>,
    /// and what the service tells can itself be older.
    /// </summary>
    public DateTimeOffset ReadAt { get; init; }
}
