namespace PresenceClient;

/// <summary>The presence of a user that a <see cref="PresenceLoader"/> returned, with the time of the read.</summary>
public sealed record LoadedPresence
{
    /// <summary>
    /// The presence; null if the service left the user out of its answer, because it does not know the user or does
    /// not return the presence.
    /// </summary>
    public UserPresence? Presence { get; init; }

    /// <summary>
    /// The time at which the answer was read, in UTC by the clock of <see cref="PresenceClientOptions.TimeProvider"/>.
    /// </summary>
    /// <remarks>
    /// The presence is at least that old: a cached answer can be up to <see cref="PresenceLoaderOptions.MaxAge"/> old,
    /// and the service itself can return an older state.
    /// </remarks>
    public DateTimeOffset ReadAt { get; init; }
}
