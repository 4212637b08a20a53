namespace PresenceClient.Presences.Watching;

/// <content>The pages, for the loop and for refreshes.</content>
internal sealed partial class WatchState
{
    // Users who move are kept as objects until they are read again.
    private const int MostMerges = 32;

    /// <summary>
    /// Returns the pages with users that no request has asked for yet, except those that are being read.
    /// </summary>
    public List<WatchPage> UrgentPages()
    {
        lock (_gate)
        {
            return _notRead == 0
                ? []
                : [.. _table.Pages.Where(static page => page is { IsUrgent: true, NotRead: > 0, Reading: null })];
        }
    }

    /// <summary>
    /// Merges pages that have become small, and returns the pages that are due: first those that are read at once.
    /// </summary>
    public (List<WatchPage> Pages, int Urgent) BeginSweep(DateTimeOffset now)
    {
        lock (_gate)
        {
            for (int i = 0; i < MostMerges && _table.FindMergeable() is (var to, var from); i++)
            {
                Merge(from, to);
            }

            List<WatchPage> urgent = [];
            List<WatchPage> others = [];
            foreach (WatchPage page in _table.Pages.Where(page => IsDue(page, now)))
            {
                (page.NotRead > 0 || IsStale(page, page.ReadAt, now) ? urgent : others).Add(page);
            }

            int count = urgent.Count;
            urgent.AddRange(others);
            return (urgent, count);
        }
    }

    /// <summary>Returns how many users a page has, and whether it is being read.</summary>
    public int SizeOf(WatchPage page, out bool isReading)
    {
        lock (_gate)
        {
            isReading = page.Reading is not null;
            return page.Count;
        }
    }

    /// <summary>Returns the ids that are watched.</summary>
    public string[] Watched(IEnumerable<string> ids)
    {
        lock (_gate)
        {
            return [.. ids.Where(id => _table.TryFind(id, out _))];
        }
    }

    /// <summary>Returns the read under way that asks for a user; null if there is none.</summary>
    public Task<PresenceException?>? ReadingOf(string id)
    {
        lock (_gate)
        {
            return _table.TryFind(id, out int address) && SlotAt(address, out WatchPage page).WasAsked
                && page.Reading is { IsTaken: false } reading
                ? reading.Ended
                : null;
        }
    }

    private void Merge(WatchPage from, WatchPage to)
    {
        while (from.Count > 0)
        {
            int place = from.Count - 1;
            int address = _table.Move(from, place, to);
            NoteMove(in SlotAt(address, out _), Address.Of(from.Number, place), address);
        }
    }
}
