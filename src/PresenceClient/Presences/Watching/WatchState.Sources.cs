namespace PresenceClient.Presences.Watching;

/// <content>For a source that passes on what was read elsewhere: no page of the watch has an image then.</content>
internal sealed partial class WatchState
{
    private long _setVersion;
    private bool _isConfirmedBySweeps;

    /// <summary>A number that grows whenever the set of users changes.</summary>
    public long SetVersion
    {
        get
        {
            lock (_gate)
            {
                return _setVersion;
            }
        }
    }

    /// <summary>Returns the users whose state is not known yet.</summary>
    public List<string> UnreadUsers()
    {
        lock (_gate)
        {
            return _notRead == 0 ? [] : Select(static (in slot, _) => !slot.IsRead);
        }
    }

    /// <summary>Returns the users whose state is not known, or was not confirmed since a time.</summary>
    public List<string> UsersNotReadSince(DateTimeOffset time)
    {
        lock (_gate)
        {
            return Select((in slot, page) => !slot.IsRead || Known(in slot, page).At.ReadAt < time);
        }
    }

    /// <summary>Returns the users whose state is known, with the state and the time of its last confirmation.</summary>
    public List<(string Id, UserPresence? Presence, DateTimeOffset ReadAt)> KnownStates()
    {
        List<(string, UserPresence?, DateTimeOffset)> states = [];
        lock (_gate)
        {
            foreach (WatchPage page in _table.Pages)
            {
                foreach (ref readonly Slot slot in page.Slots)
                {
                    if (slot.IsRead)
                    {
                        (UserPresence? presence, Observation at) = Known(in slot, page);
                        states.Add((slot.Id, presence, at.ReadAt));
                    }
                }
            }
        }

        return states;
    }

    /// <summary>Notes that a sweep has confirmed all known states, except those of some users.</summary>
    /// <param name="readAt">When the sweep began: no state was read before that.</param>
    /// <param name="except">The users whom it could not read.</param>
    public void Confirm(DateTimeOffset readAt, IReadOnlySet<string> except)
    {
        WatchPage[] pages;
        lock (_gate)
        {
            _isConfirmedBySweeps = true;
            pages = [.. _table.Pages];
        }

        // Page by page, so that readers do not wait for all of them.
        foreach (WatchPage page in pages)
        {
            lock (_gate)
            {
                page.Confirm(readAt, except);
            }
        }
    }

    private List<string> Select(SlotCondition condition)
    {
        List<string> ids = [];
        foreach (WatchPage page in _table.Pages)
        {
            foreach (ref readonly Slot slot in page.Slots)
            {
                if (condition(in slot, page))
                {
                    ids.Add(slot.Id);
                }
            }
        }

        return ids;
    }

    private delegate bool SlotCondition(in Slot slot, WatchPage page);
}
