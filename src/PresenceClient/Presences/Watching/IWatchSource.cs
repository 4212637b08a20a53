namespace PresenceClient.Presences.Watching;

/// <summary>
/// Where a watch gets the states of its users: its own polling (<see cref="WatchLoop"/>), or another package, which
/// shares the states of many processes. It passes them to the <see cref="WatchState"/>.
/// </summary>
internal interface IWatchSource : IAsyncDisposable
{
    /// <summary>Notes that the users or the readers have changed. Never blocks.</summary>
    void Wake();

    /// <summary>
    /// Notes a state that did not come from the source: it was refreshed or reported, and the watch has it already.
    /// Never blocks.
    /// </summary>
    /// <param name="id">The user.</param>
    /// <param name="presence">The presence; null if the service leaves the user out.</param>
    /// <param name="observedAt">When that was observed.</param>
    void Learned(string id, UserPresence? presence, DateTimeOffset observedAt);
}
