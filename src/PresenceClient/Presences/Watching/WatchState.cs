using System.Diagnostics.CodeAnalysis;

namespace PresenceClient.Presences.Watching;

/// <summary>
/// The watched users, their states, and the readers. One lock guards all of it. No foreign code runs under the lock,
/// and nothing waits there; <c>readme.md</c> lists the invariants. This part is the set of users.
/// </summary>
/// <param name="started">
/// When the watch was made. Versions of an earlier watch are lower than those of this one.
/// </param>
/// <param name="coveredInterval">The interval of users that another source covers; null for the usual one.</param>
internal sealed partial class WatchState(DateTimeOffset started, TimeSpan? coveredInterval = null)
{
    private readonly Lock _gate = new();
    private readonly PageTable _table = new();
    private readonly Tombstones _removed = new(VersionAt(started));
    private long _version = VersionAt(started);
    private int _notRead;
    private int _changes;
    private int _conflated;

    public int Users
    {
        get
        {
            lock (_gate)
            {
                return _table.Count;
            }
        }
    }

    /// <summary>Adds users, and returns how many are new.</summary>
    public int Add(IReadOnlyCollection<string> ids)
    {
        lock (_gate)
        {
            return AddAll(ids);
        }
    }

    /// <summary>Removes users, and returns how many were there.</summary>
    public int Remove(IReadOnlyCollection<string> ids)
    {
        int removed = 0;
        lock (_gate)
        {
            foreach (string id in ids)
            {
                if (_table.TryFind(id, out int address))
                {
                    Remove(address);
                    removed++;
                }
            }

            if (removed > 0)
            {
                AnnounceNow();
                EndWaitsIfRead();
            }
        }

        return removed;
    }

    /// <summary>Makes the set equal to these users. Users who stay keep their state.</summary>
    /// <returns>Whether there are new users.</returns>
    public bool Replace(IReadOnlyCollection<string> ids)
    {
        var wanted = new HashSet<string>(ids, StringComparer.OrdinalIgnoreCase);
        int added;
        lock (_gate)
        {
            string[] unwanted = [.. Ids().Where(id => !wanted.Contains(id))];
            foreach (string id in unwanted)
            {
                _table.TryFind(id, out int address);
                Remove(address);
            }

            if (unwanted.Length > 0)
            {
                AnnounceNow();
            }

            added = AddAll(ids);
            EndWaitsIfRead();
        }

        return added > 0;
    }

    public bool Contains(string id)
    {
        lock (_gate)
        {
            return _table.TryFind(id, out _);
        }
    }

    /// <summary>Returns the users who are watched now.</summary>
    public string[] Snapshot()
    {
        lock (_gate)
        {
            return [.. Ids()];
        }
    }

    /// <summary>Looks up the state of a user; false if the user is not watched.</summary>
    public bool TryGet(string id, DateTimeOffset now, [NotNullWhen(true)] out WatchedPresence? known)
    {
        lock (_gate)
        {
            known = _table.TryFind(id, out int address) ? Look(address, now) : null;
            return known is not null;
        }
    }

    // In microseconds: no watch finds changes faster than that.
    private static long VersionAt(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks / 10;

    private IEnumerable<string> Ids()
    {
        foreach (WatchPage page in _table.Pages)
        {
            for (int place = 0; place < page.Count; place++)
            {
                yield return page.Slots[place].Id;
            }
        }
    }

    private int AddAll(IReadOnlyCollection<string> ids)
    {
        _table.EnsureCapacity(Math.Max(_table.Count, ids.Count));
        int added = ids.Count(id => _table.TryAdd(id, _covers.ContainsKey(id)));
        _notRead += added;
        _setVersion += added;
        return added;
    }

    private void Remove(int address)
    {
        ref Slot slot = ref SlotAt(address, out WatchPage page);
        _setVersion++;
        if (slot.IsRead)
        {
            _version++;
            _removed.Add(slot.Id, slot.FirstVersion, _version);
            NoteRemoval(in slot, address, page);
        }
        else
        {
            _notRead--;
        }

        if (_table.Remove(address) is { } from)
        {
            NoteMove(in SlotAt(address, out _), from, address);
        }
    }

    private ref Slot SlotAt(int address, out WatchPage page)
    {
        page = _table.PageAt(Address.PageOf(address))!;
        return ref page.Slots[Address.PlaceOf(address)];
    }

    private WatchedPresence Look(int address, DateTimeOffset now)
    {
        ref Slot slot = ref SlotAt(address, out WatchPage page);
        if (!slot.IsRead)
        {
            return new WatchedPresence();
        }

        (UserPresence? presence, Observation at) = Known(in slot, page);
        return new WatchedPresence
        {
            Presence = presence,
            State = IsStale(page, in at, now) ? WatchedPresenceState.Stale
                : presence is null ? WatchedPresenceState.Missing
                : WatchedPresenceState.Known,
            ReadAt = at.ReadAt,
            ChangedAt = new DateTimeOffset(slot.ChangedAt, TimeSpan.Zero),
            Since = new DateTimeOffset(slot.Since, TimeSpan.Zero),
        };
    }

    private static (UserPresence? Presence, Observation At) Known(in Slot slot, WatchPage page) =>
        page.KeptOf(slot.Id) is { } kept ? (kept.Presence, kept.At) : (page.Image.Read(slot.Entry), page.ReadAt);
}
