namespace PresenceClient.Presences.Watching;

/// <content>Users that another source covers. They have pages of their own, which are polled rarely.</content>
internal sealed partial class WatchState
{
    private readonly TimeSpan _coveredInterval = coveredInterval ?? new PresenceWatchOptions().CoveredInterval;
    private readonly Dictionary<string, WatchCover> _covers = new(StringComparer.OrdinalIgnoreCase);

    public void Cover(WatchCover cover)
    {
        lock (_gate)
        {
            foreach (string id in cover.Ids)
            {
                _covers[id] = cover;
                MoveToItsKind(id);
            }
        }
    }

    /// <summary>Ends a cover. Users whom a later cover has taken over stay covered.</summary>
    public void Uncover(WatchCover cover)
    {
        lock (_gate)
        {
            foreach (string id in cover.Ids)
            {
                if (_covers.TryGetValue(id, out WatchCover? known) && known == cover)
                {
                    _covers.Remove(id);
                    MoveToItsKind(id);
                }
            }
        }
    }

    public bool IsSilent(WatchCover cover, DateTimeOffset now)
    {
        lock (_gate)
        {
            return cover.IsSilent(now);
        }
    }

    /// <summary>Takes a report of parts of a presence. The other parts stay as they are known.</summary>
    /// <param name="id">The user.</param>
    /// <param name="availability">The availability; null if it is not known.</param>
    /// <param name="activity">The activity; null if it is not known.</param>
    /// <param name="at">When that was observed, not in the future.</param>
    /// <param name="merged">The presence with these parts; null if the user is not watched or must be read.</param>
    /// <returns>False if the user must be read.</returns>
    public bool Report(
        string id, string? availability, string? activity, DateTimeOffset at, out UserPresence? merged)
    {
        merged = null;
        lock (_gate)
        {
            NoteReported(id);
            if (!_table.TryFind(id, out int address))
            {
                return true;
            }

            ref Slot slot = ref SlotAt(address, out WatchPage page);
            if (!slot.IsRead || (availability is null && activity is null)
                || Known(in slot, page).Presence is not { } known)
            {
                return false;
            }

            merged = known with
            {
                AvailabilityText = availability ?? known.AvailabilityText,
                ActivityText = activity ?? known.ActivityText,
            };
            var observation = new Observation(++_order, at, at, IsReport: true);
            merged = Learn(page, ref slot, address, merged, in observation, isOfPage: false) ? merged : null;
            AnnounceNow();
        }

        PublishCounts();
        return true;
    }

    private void NoteReported(string id)
    {
        if (_covers.TryGetValue(id, out WatchCover? cover))
        {
            cover.NoteReported(id);
        }
    }

    private void NotePolled(string id, DateTimeOffset at)
    {
        if (_covers.TryGetValue(id, out WatchCover? cover))
        {
            cover.NotePolled(id, at);
        }
    }

    private bool IsDue(WatchPage page, DateTimeOffset now) =>
        !page.IsCovered || page.NotRead > 0 || now - page.ReadAt.ReadAt >= _coveredInterval;

    private void MoveToItsKind(string id)
    {
        bool isCovered = _covers.ContainsKey(id);
        if (!_table.TryFind(id, out int address))
        {
            return;
        }

        SlotAt(address, out WatchPage page);
        if (page.IsCovered == isCovered)
        {
            return;
        }

        int last = Address.Of(page.Number, page.Count - 1);
        int target = _table.Move(page, Address.PlaceOf(address), _table.FindRoom(isCovered));
        NoteMove(in SlotAt(target, out _), address, target);
        if (last != address)
        {
            // The last user of the page has taken the place.
            NoteMove(in SlotAt(address, out _), last, address);
        }
    }
}
