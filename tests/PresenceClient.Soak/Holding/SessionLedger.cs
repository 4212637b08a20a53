namespace PresenceClient.Soak.Holding;

/// <summary>
/// The sessions that the service can have, by the requests that reached it. Nothing in it comes from the client.
/// Thread-safe.
/// </summary>
/// <param name="users">The number of users.</param>
/// <param name="expiry">How long a session lasts.</param>
/// <param name="now">The emulated time.</param>
internal sealed class SessionLedger(int users, TimeSpan expiry, Func<TimeSpan> now)
{
    private readonly Entry[] _entries = [.. Enumerable.Range(0, users).Select(static _ => new Entry())];

    private int _renewals;

    private int _changes;

    /// <summary>The number of sets that prolonged a session.</summary>
    public int Renewals => _renewals;

    /// <summary>The number of sets and clears that changed a session.</summary>
    public int Changes => _changes;

    /// <summary>A request took effect.</summary>
    public void NoteDone(int user, string state)
    {
        Entry entry = _entries[user];
        lock (entry)
        {
            bool isRenewal = IsSet(entry) && entry.States.SetEquals([state]);
            Interlocked.Increment(ref isRenewal ? ref _renewals : ref _changes);
            entry.States = [state];
            entry.IsOfEarlierProcess = false;
            entry.SetAt = entry.CertainlySetAt = state == DeclaredUser.Offline ? null : now();
        }
    }

    /// <summary>The answer to a request was lost, so it is not known whether it took effect.</summary>
    public void NoteUnsure(int user, string state)
    {
        Entry entry = _entries[user];
        lock (entry)
        {
            entry.States.Add(state);
            if (state == DeclaredUser.Offline)
            {
                entry.CertainlySetAt = null;
            }
            else
            {
                entry.SetAt = now();
            }
        }
    }

    /// <summary>The process has ended: nothing renews its sessions.</summary>
    public void NoteEndOfProcess()
    {
        foreach (Entry entry in _entries)
        {
            lock (entry)
            {
                entry.IsOfEarlierProcess = true;
            }
        }
    }

    /// <summary>Whether the current process has certainly set a session since a time, and not ended it.</summary>
    public bool IsSetSince(int user, TimeSpan time)
    {
        Entry entry = _entries[user];
        lock (entry)
        {
            return !entry.IsOfEarlierProcess && entry.CertainlySetAt >= time;
        }
    }

    /// <summary>Whether a state can be left by an earlier process. It cannot, once its expiry has passed.</summary>
    public bool MayBeLeft(int user, string seen)
    {
        Entry entry = _entries[user];
        lock (entry)
        {
            return entry.IsOfEarlierProcess && IsSet(entry) && (entry.States.Contains(seen)
                || (entry.States.Contains("Available/Available")
                    && seen is "Available/AvailableInactive" or "Away/Away"));
        }
    }

    // A session that expires now can still be seen, or no more.
    private bool IsSet(Entry entry) => entry.SetAt is { } at && now() <= at + expiry;

    private sealed class Entry
    {
        public HashSet<string> States { get; set; } = [DeclaredUser.Offline];

        /// <summary>When it was set last, certainly or possibly.</summary>
        public TimeSpan? SetAt { get; set; }

        /// <summary>When it was set last, if no request can have ended it since.</summary>
        public TimeSpan? CertainlySetAt { get; set; }

        public bool IsOfEarlierProcess { get; set; }
    }
}
