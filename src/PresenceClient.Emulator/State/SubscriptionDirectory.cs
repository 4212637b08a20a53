namespace PresenceClient.Emulator.State;

/// <summary>
/// The subscriptions of a tenant: one for each application and person. Those that have expired are gone. Thread-safe.
/// </summary>
internal sealed class SubscriptionDirectory
{
    private readonly Lock _gate = new();
    private Subscription[] _all = [];

    /// <summary>The subscriptions that have not expired, in the order of their creation.</summary>
    public Subscription[] At(DateTime now)
    {
        lock (_gate)
        {
            return Prune(now);
        }
    }

    /// <summary>Returns the subscription of an application and a person; null if there is none.</summary>
    public Subscription? Of(string applicationId, EmulatedUser creator, DateTime now) =>
        Array.Find(At(now), one => one.IsOf(applicationId, creator));

    /// <summary>Adds a subscription, or returns the one that its application and person have already.</summary>
    public Subscription? Add(Subscription added, DateTime now)
    {
        lock (_gate)
        {
            Subscription? known = Array.Find(Prune(now), one => one.IsOf(added.ApplicationId, added.Creator));
            if (known is null)
            {
                _all = [.. _all, added];
            }

            return known;
        }
    }

    /// <summary>Replaces a subscription by a changed one, which is returned; null if it is gone.</summary>
    public Subscription? Change(string id, DateTime now, Func<Subscription, Subscription> change)
    {
        lock (_gate)
        {
            int place = Array.FindIndex(Prune(now), one => one.Id == id);
            if (place < 0)
            {
                return null;
            }

            Subscription changed = change(_all[place]);
            _all = [.. _all[..place], changed, .. _all[(place + 1)..]];
            return changed;
        }
    }

    /// <summary>Removes a subscription; false if it is gone already.</summary>
    public bool Remove(string id, DateTime now)
    {
        lock (_gate)
        {
            int count = Prune(now).Length;
            _all = Array.FindAll(_all, one => one.Id != id);
            return _all.Length < count;
        }
    }

    private Subscription[] Prune(DateTime now)
    {
        if (Array.Exists(_all, one => one.ExpiresAt <= now))
        {
            _all = Array.FindAll(_all, one => one.ExpiresAt > now);
        }

        return _all;
    }
}
