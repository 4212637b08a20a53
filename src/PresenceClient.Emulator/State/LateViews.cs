using System.Collections.Concurrent;

namespace PresenceClient.Emulator.State;

/// <summary>
/// The former states of users whose writes are not visible yet, as from a service that reads from delayed replicas.
/// Other changes of such a user are not visible either.
/// </summary>
internal sealed class LateViews
{
    private readonly ConcurrentDictionary<EmulatedUser, LateView[]> _views = new();
    private volatile bool _used;

    /// <summary>
    /// Adds a view that readers see until a given time. Earlier views of the user are shown until they end.
    /// </summary>
    public LateView Add(
        EmulatedUser user, (VisiblePresence Visible, long Sequence) seen, DateTime until, DateTime now)
    {
        var view = new LateView(seen, until);
        _views.AddOrUpdate(
            user, [view], (_, views) => [.. views.Where(other => other.Until > now), view]);
        _used = true;
        return view;
    }

    /// <summary>Removes the view of a write that has failed.</summary>
    public void Remove(EmulatedUser user, LateView view) => _views.AddOrUpdate(
        user, [], (_, views) => Array.FindAll(views, other => !ReferenceEquals(other, view)));

    /// <summary>Returns the view of a user at a time; null if readers see the current state.</summary>
    public (VisiblePresence Visible, long Sequence)? Find(EmulatedUser user, DateTime now) =>
        _used && _views.TryGetValue(user, out LateView[]? views)
            ? Array.Find(views, view => view.Until > now)?.Seen
            : null;
}
