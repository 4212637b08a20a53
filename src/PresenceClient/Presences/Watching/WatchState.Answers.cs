using System.Runtime.InteropServices;

namespace PresenceClient.Presences.Watching;

/// <content>Answers and reports.</content>
internal sealed partial class WatchState
{
    private long _order;

    /// <summary>Begins a read of a page.</summary>
    public PageReading Begin(WatchPage page, DateTimeOffset now)
    {
        lock (_gate)
        {
            var reading = new PageReading(page, page.Ask(), new Observation(++_order, now, now));
            page.Reading = reading;
            return reading;
        }
    }

    /// <summary>Ends a read of a page, and notifies the callers that joined it.</summary>
    public void End(PageReading reading, PresenceException? failure)
    {
        lock (_gate)
        {
            reading.Page.Reading = null;
        }

        reading.End(failure);
    }

    /// <summary>Begins a read of some users, outside their pages.</summary>
    public Observation BeginRefresh(DateTimeOffset now)
    {
        lock (_gate)
        {
            return new Observation(++_order, now, now);
        }
    }

    /// <summary>
    /// Compares an answer with the last one of its page, and takes the changes; false if it must be read as a whole.
    /// </summary>
    public bool TryTake(PageReading reading, ReadOnlySpan<byte> utf8, DateTimeOffset now)
    {
        lock (_gate)
        {
            WatchPage page = reading.Page;
            if (!page.Image.IsComparable)
            {
                return false;
            }

            List<ChangedEntry>? changes = null;
            if (!utf8.SequenceEqual(page.Image.Utf8)
                && (changes = PageComparison.Find(page.Image, page.Slots, utf8)) is null)
            {
                return false;
            }

            Take(page, utf8, changes, reading.Begun with { ReadAt = now });
            reading.IsTaken = true;
        }

        PublishCounts();
        return true;
    }

    /// <summary>Takes an answer that was read as a whole.</summary>
    public void Take(PageReading reading, WholeAnswer answer, DateTimeOffset now)
    {
        lock (_gate)
        {
            TakeWhole(reading, answer, reading.Begun with { ReadAt = now });
            reading.IsTaken = true;
        }

        PublishCounts();
    }

    /// <summary>Takes the state of one user that did not come with an answer for its page.</summary>
    /// <param name="id">The user. A user who is not watched is ignored.</param>
    /// <param name="presence">The presence; null if the service leaves the user out.</param>
    /// <param name="at">When that was observed.</param>
    /// <returns>False if the known state stays, since it is newer.</returns>
    public bool Take(string id, UserPresence? presence, Observation at)
    {
        lock (_gate)
        {
            if (!_table.TryFind(id, out int address))
            {
                return true;
            }

            ref Slot slot = ref SlotAt(address, out WatchPage page);
            return Learn(page, ref slot, address, presence, in at, isOfPage: false);
        }
    }

    /// <summary>Takes a report.</summary>
    /// <param name="presence">The presence.</param>
    /// <param name="observedAt">When that was observed, in UTC and not in the future.</param>
    public void Report(UserPresence presence, DateTimeOffset observedAt)
    {
        TakeReport(presence.Id, presence, observedAt);
        lock (_gate)
        {
            NoteReported(presence.Id);
        }

        Announce();
    }

    /// <summary>Takes a report without notifying the readers of sweeps: others follow.</summary>
    /// <param name="id">The user. A user who is not watched is ignored.</param>
    /// <param name="presence">The presence; null for a user who is missing.</param>
    /// <param name="observedAt">When that was observed, not in the future.</param>
    /// <returns>False if the known state stays, since it is newer.</returns>
    public bool TakeReport(string id, UserPresence? presence, DateTimeOffset observedAt) =>
        Take(id, presence, BeginRefresh(observedAt) with { IsReport = true });

    private void Take(WatchPage page, ReadOnlySpan<byte> utf8, List<ChangedEntry>? changes, in Observation at)
    {
        ReadOnlySpan<ChangedEntry> changed = CollectionsMarshal.AsSpan(changes);
        foreach (ref readonly ChangedEntry change in changed)
        {
            int place = page.Image.Entries[change.Entry].Place;
            Learn(page, ref page.Slots[place], Address.Of(page.Number, place), change.Presence, in at, isOfPage: true);
        }

        TakeUnchanged(page, changes, in at);
        if (changes is not null)
        {
            page.Image.Replace(utf8, changed);
        }

        page.ReadAt = at;
    }

    // An unchanged entry can still be news for a user whose state is kept separately, and for a user who is asked for
    // the first time and is missing. All users of the page were asked for: with a new user, it is read as a whole.
    private void TakeUnchanged(WatchPage page, List<ChangedEntry>? changes, in Observation at)
    {
        if (page.NotRead == 0 && page.KeptIds.Count == 0)
        {
            return;
        }

        for (int place = 0; place < page.Count; place++)
        {
            ref Slot slot = ref page.Slots[place];
            short entry = slot.Entry;
            bool isNews = !slot.IsRead || page.KeptOf(slot.Id) is not null;
            if (isNews && changes?.Exists(change => change.Entry == entry) != true)
            {
                UserPresence? presence = page.Image.Read(entry);
                Learn(page, ref slot, Address.Of(page.Number, place), presence, in at, isOfPage: true);
            }
        }
    }
}
