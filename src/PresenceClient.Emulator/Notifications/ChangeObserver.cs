using System.Collections.Concurrent;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Notifications;

/// <summary>Sees the changes of the users of subscriptions, at the times at which they happen.</summary>
/// <param name="state">The state of the tenant.</param>
/// <param name="isLive">Whether users have simulated activity, whose changes are only seen in a read.</param>
/// <param name="wake">Called at a change, under the lock of the presence.</param>
internal sealed class ChangeObserver(TenantState state, bool isLive, Action wake)
{
    /// <summary>The time between two looks at simulated activity.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private const int MostSteps = 600;

    private readonly ConcurrentQueue<SeenChange> _seen = new();
    private readonly Dictionary<EmulatedUser, EmulatedPresence> _observed = [];
    private DateTime _lookedAt;

    /// <summary>Observes these users from now on, and no others.</summary>
    public void Follow(HashSet<EmulatedUser> users, DateTime now)
    {
        foreach (EmulatedUser user in _observed.Keys.Where(user => !users.Contains(user)).ToArray())
        {
            _observed.Remove(user, out EmulatedPresence? presence);
            presence!.Observe(now, null);
        }

        foreach (EmulatedUser user in users.Where(user => !_observed.ContainsKey(user)))
        {
            EmulatedPresence presence = state.PresenceOf(user);
            _observed.Add(user, presence);
            presence.Observe(now, (at, pair) =>
            {
                _seen.Enqueue(new SeenChange(user, pair, at));
                wake();
            });
        }
    }

    /// <summary>Returns the changes until now that were not taken, in the order of their times.</summary>
    public List<SeenChange> Take(DateTime now)
    {
        if (isLive)
        {
            LookInSteps(now);
        }

        Look(now);
        var taken = new List<SeenChange>();
        while (_seen.TryDequeue(out SeenChange? change))
        {
            taken.Add(change);
        }

        return [.. taken.OrderBy(change => change.At)];
    }

    /// <summary>Returns when time brings the next change; the latest time for never.</summary>
    public DateTime NextChange(DateTime now)
    {
        if (_observed.Count == 0)
        {
            return DateTime.MaxValue;
        }

        DateTime next = isLive ? now + Step : DateTime.MaxValue;
        foreach (EmulatedPresence presence in _observed.Values)
        {
            DateTime change = presence.NextChange;
            next = change < next ? change : next;
        }

        return next;
    }

    // A long advance of the clock is looked at in longer steps.
    private void LookInSteps(DateTime now)
    {
        TimeSpan since = now - _lookedAt;
        TimeSpan step = since / MostSteps > Step ? since / MostSteps : Step;
        for (DateTime at = _lookedAt + step; _lookedAt != default && at < now; at += step)
        {
            Look(at);
        }

        _lookedAt = now;
    }

    private void Look(DateTime at)
    {
        foreach (EmulatedPresence presence in _observed.Values)
        {
            presence.Read(at);
        }
    }
}
