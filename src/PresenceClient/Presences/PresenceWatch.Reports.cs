using PresenceClient.Presences;
using PresenceClient.Presences.Watching;
using PresenceClient.Users;

namespace PresenceClient;

/// <content>News from other sources.</content>
public partial class PresenceWatch
{
    /// <summary>
    /// Adds a presence from another source, for example a change notification or a write of your own. A read that began
    /// before it does not overwrite it. A presence of a user who is not watched, or one that is older than the known
    /// state, is ignored.
    /// </summary>
    /// <param name="presence">The complete presence. Its parts replace the known ones.</param>
    /// <param name="observedAt">When the presence was observed. A time in the future counts as now.</param>
    /// <exception cref="ArgumentException">The presence is null, or its id is not a GUID.</exception>
    public virtual void Report(UserPresence presence, DateTimeOffset observedAt)
    {
        ArgumentNullException.ThrowIfNull(presence);
        UserId.RequireObjectId(presence.Id, nameof(presence));
        _engine.Report(presence, observedAt);
    }

    /// <summary>
    /// Adds the availability and the activity of a user from another source that has no complete presence, for example
    /// a change notification. The other parts stay as they are known. A read that began before it does not overwrite
    /// it.
    /// </summary>
    /// <param name="id">The object id, a GUID.</param>
    /// <param name="availability">The availability, exactly as the service spells it; null if it is not known.</param>
    /// <param name="activity">The activity, exactly as the service spells it; null if it is not known.</param>
    /// <param name="observedAt">When it was observed. A time in the future counts as now.</param>
    /// <returns>
    /// False if the user has no known presence yet, or both texts are null: read the user with
    /// <see cref="RefreshAsync(IEnumerable{string}, CancellationToken)"/>. True otherwise, also for a user who is not
    /// watched.
    /// </returns>
    /// <exception cref="ArgumentException">The id is null or is not a GUID.</exception>
    public virtual bool Report(string id, string? availability, string? activity, DateTimeOffset observedAt) =>
        _engine.Report(UserId.RequireObjectId(id), availability, activity, observedAt);

    /// <summary>
    /// Declares that another source reports the changes of users, for example change notifications. The watch polls
    /// them only every <see cref="PresenceWatchOptions.CoveredInterval"/>, as a safety net, and notices if the source
    /// is silent.
    /// </summary>
    /// <param name="ids">The object ids, GUIDs. Users can be added to the watch before or after.</param>
    /// <returns>The cover. Dispose it when the source ends.</returns>
    /// <exception cref="ArgumentException">An id is null or is not a GUID; the message names its index.</exception>
    public virtual PresenceWatchCover Cover(IEnumerable<string> ids)
    {
        var cover = new WatchCover(PresenceIds.Distinct(ids));
        _engine.State.Cover(cover);
        return new PresenceWatchCover(_engine, cover);
    }
}
