namespace PresenceClient.Presences.Watching;

/// <content>Delivery. A change is made when a reader takes it, from the state that is known then.</content>
internal sealed partial class WatchState
{
    /// <summary>Moves a reader of changes one step on.</summary>
    /// <exception cref="PresenceException">The reader was ended with it.</exception>
    /// <returns>The step; null at the end.</returns>
    public ReadStep? Step(ChangeReader reader, DateTimeOffset now)
    {
        lock (_gate)
        {
            return IsAtEnd(reader) ? null : StepOn(reader, given: null, now);
        }
    }

    /// <summary>
    /// Moves a reader of sweeps one step on. A reader that has been ended still gets the changes of the sweep that it
    /// takes: they would be lost otherwise.
    /// </summary>
    /// <param name="reader">The reader.</param>
    /// <param name="given">The users whose changes are in the sweep already. Their later ones wait for the
    /// next.</param>
    /// <param name="now">The time.</param>
    public ReadStep StepInSweep(ChangeReader reader, HashSet<string> given, DateTimeOffset now)
    {
        lock (_gate)
        {
            return StepOn(reader, given, now);
        }
    }

    // First past the users that the reader has not visited, at most one page of them at a time, then to the pending
    // ones.
    private ReadStep StepOn(ChangeReader reader, HashSet<string>? given, DateTimeOffset now)
    {
        if (Address.PageOf(reader.Cursor) < _table.Numbers)
        {
            return new ReadStep(Meet(reader, given, now));
        }

        while (reader.TryTake(given, out string? id, out Former former))
        {
            if (Deliver(id, in former, now) is { } change)
            {
                return new ReadStep(change);
            }
        }

        return new ReadStep(null, reader.WaitAsync());
    }

    private static bool IsAtEnd(ChangeReader reader) =>
        reader.Failure is { } failure ? throw Copy(failure) : reader.IsOver;

    // Each reader gets an exception of its own, or it would show the stack frames of the others.
    private static Exception Copy(Exception failure) => failure switch
    {
        PresenceException presence => presence.Copy(),
        ObjectDisposedException disposed => new ObjectDisposedException(disposed.ObjectName),
        _ => failure,
    };

    // Moves to the next user with news in the current page, or past the end of the page.
    private PresenceChange? Meet(ChangeReader reader, HashSet<string>? given, DateTimeOffset now)
    {
        int number = Address.PageOf(reader.Cursor);
        WatchPage? page = _table.PageAt(number);
        for (int place = Address.PlaceOf(reader.Cursor); place < page?.Count; place++)
        {
            reader.Cursor = Address.Of(number, place + 1);
            ref Slot slot = ref page.Slots[place];
            if (reader.PassVisited(slot.Id) || !slot.IsRead || !reader.Wants(in slot) || reader.IsPending(slot.Id))
            {
                continue;
            }

            if (given?.Contains(slot.Id) == true)
            {
                reader.Add(slot.Id, reader.FormerOf(in slot));
            }
            else if (Deliver(slot.Id, reader.FormerOf(in slot), now) is { } change)
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
            // The user was removed, and can have been added again without having been read.
            return former.Kind == FormerKind.Nothing ? null : new PresenceChange
            {
                UserId = id,
                Kind = PresenceChangeKind.Unwatched,
                Previous = former.Presence,
                ReadAt = now,
                Since = now,
                Version = _removed.VersionOf(id) ?? _version,
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
            Since = new DateTimeOffset(slot.Since, TimeSpan.Zero),
            Version = slot.Version,
            Parts = parts,
        };
    }

    // Null if the reader has received the same state.
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

    /// <summary>One step of a reader.</summary>
    /// <param name="Change">The next change; null if this step brings none.</param>
    /// <param name="News">Completes when there is more, if there is nothing now; else null.</param>
    internal readonly record struct ReadStep(PresenceChange? Change, Task? News = null);
}
