using PresenceClient.Http;

namespace PresenceClient.Presences.Watching;

/// <content>What a reader gets: made at the moment of delivery, of the state that is known then.</content>
internal sealed partial class WatchState
{
    /// <summary>
    /// Leads a reader on: first past the users whom it has not met, no more than a page of them at a time, then to
    /// those who are pending.
    /// </summary>
    /// <exception cref="PresenceException">The reader was ended with it.</exception>
    /// <returns>The step; null at the end.</returns>
    public ReadStep? Step(ChangeReader reader, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (reader.IsOver)
            {
                return reader.Failure is { } failure ? throw Copy(failure) : null;
            }

            if (Address.PageOf(reader.Cursor) < _table.Numbers)
            {
                return new ReadStep(Meet(reader, now));
            }

            while (reader.TryTake(out string? id, out Former former))
            {
                if (Deliver(id, in former, now) is { } change)
                {
                    return new ReadStep(change, IsPending: true);
                }
            }

            return new ReadStep(null, reader.WaitAsync());
        }
    }

    // Each reader has an exception of its own, or it would show the frames of the others.
    private static Exception Copy(Exception failure) =>
        failure is PresenceException presence ? presence.Copy() : FailureFactory.Disposed();

    // To the next user with news in the page that the cursor is in; past its end if there is none.
    private PresenceChange? Meet(ChangeReader reader, DateTimeOffset now)
    {
        int number = Address.PageOf(reader.Cursor);
        WatchPage? page = _table.PageAt(number);
        for (int place = Address.PlaceOf(reader.Cursor); place < page?.Count; place++)
        {
            reader.Cursor = Address.Of(number, place + 1);
            ref Slot slot = ref page.Slots[place];
            if (slot.IsRead && reader.Wants(in slot) && !reader.IsPending(slot.Id)
                && Deliver(slot.Id, reader.FormerOf(in slot), now) is { } change)
            {
                return change;
            }
        }

        reader.Cursor = Address.Of(number + 1, 0);
        return null;
    }

    private PresenceChange? Deliver(string id, in Former former, DateTimeOffset now)
    {
        if (!_table.TryFind(id, out int address) || !SlotAt(address, out WatchPage page).IsRead)
        {
            // Or it was removed and added again, and is not read yet.
            return former.Kind == FormerKind.Nothing ? null : new PresenceChange
            {
                UserId = id,
                Kind = PresenceChangeKind.Unwatched,
                Previous = former.Presence,
                ReadAt = now,
                Version = _version,
            };
        }

        ref Slot slot = ref SlotAt(address, out _);
        (UserPresence? current, Observation at) = Known(in slot, page);
        return KindOf(in former, current, out PresenceParts parts) is not { } kind ? null : new PresenceChange
        {
            UserId = slot.Id,
            Kind = kind,
            Previous = former.Presence,
            Current = current,
            ReadAt = at.ReadAt,
            Version = slot.Version,
            Parts = parts,
        };
    }

    // Null if the reader knows it.
    private static PresenceChangeKind? KindOf(in Former former, UserPresence? current, out PresenceParts parts)
    {
        parts = PresenceParts.None;
        if (current is null)
        {
            return former.Kind == FormerKind.Missing ? null : PresenceChangeKind.Missing;
        }

        switch (former.Kind)
        {
            case FormerKind.Nothing:
                return PresenceChangeKind.Initial;
            case FormerKind.Missing:
                return PresenceChangeKind.Returned;
            case FormerKind.Presence:
                parts = PresenceDifference.Between(former.Presence!, current);
                return parts == PresenceParts.None ? null : PresenceChangeKind.Changed;
            default:
                parts = PresenceParts.All;
                return PresenceChangeKind.Changed;
        }
    }
}
