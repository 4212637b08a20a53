using PresenceClient.Presences.Watching;

namespace PresenceClient;

/// <summary>
/// Users of a <see cref="PresenceWatch"/> that another source covers, for example change notifications.
/// <see cref="PresenceWatch.Cover"/> creates it. Dispose it when the source ends. Thread-safe.
/// </summary>
public sealed class PresenceWatchCover : IDisposable
{
    private readonly WatchEngine _engine;
    private readonly WatchCover _cover;

    internal PresenceWatchCover(WatchEngine engine, WatchCover cover) => (_engine, _cover) = (engine, cover);

    /// <summary>The covered users.</summary>
    public IReadOnlyList<string> UserIds => _cover.Ids;

    /// <summary>
    /// Whether the source is silent: polls found three changes of availability or activity in a row that it did not
    /// report within two minutes. A report of any covered user ends the silence.
    /// </summary>
    public bool IsSilent => _engine.State.IsSilent(_cover, _engine.Now);

    /// <summary>Ends the cover: its users are polled at the usual interval again.</summary>
    public void Dispose() => _engine.State.Uncover(_cover);
}
