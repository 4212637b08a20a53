using System.Collections.Concurrent;

namespace PresenceClient.Emulator.State;

/// <summary>
/// Users as they were before writes that are not visible yet, as a service shows them that reads from copies which lag
/// behind. What else happens to such a user meanwhile is not seen either.
/// </summary>
internal sealed class LateViews
{
    private readonly ConcurrentDictionary<EmulatedUser, LateView[]> _views = new();
    private volatile bool _used;

    /// <summary>Lays out what readers see until a time; what was laid out before ends first.</summary>
    public LateView Add(
        EmulatedUser user, (VisiblePresence Visible, long Sequence) seen, DateTime until, DateTime now)
    {
        var view = new LateView(seen, until);
        _views.AddOrUpdate(
            user, [view], (_, views) => [.. views.Where(other => other.Until > now), view]);
        _used = true;
        return view;
    }

    /// <summary>Takes back what was laid out for a write that then failed.</summary>
    public void Remove(EmulatedUser user, LateView view) => _views.AddOrUpdate(
        user, [], (_, views) => Array.FindAll(views, other => !ReferenceEquals(other, view)));

    /// <summary>What readers see of a user now; null if it is the truth.</summary>
    public (VisiblePresence Visible, long Sequence)? Find(EmulatedUser user, DateTime now) =>
        _used && _views.TryGetValue(user, out LateView[]? views)
            ? Array.Find(views, view => view.Until > now)?.Seen
            : null;
}
