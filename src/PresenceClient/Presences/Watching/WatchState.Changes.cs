namespace PresenceClient.Presences.Watching;

/// <content>How observations become changes. All of it is called under the lock.</content>
internal sealed partial class WatchState
{
    // Its result is the failure that ends the wait.
    private TaskCompletionSource<Exception?>? _current;
    private int _waiters;

    /// <summary>Waits until every user has been read. The watch polls while a call waits.</summary>
    public async Task WaitUntilReadAsync(Action wake, CancellationToken cancellationToken)
    {
        Task<Exception?> current;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isOver, typeof(PresenceWatch));
            if (_notRead == 0)
            {
                return;
            }

            _current ??= new TaskCompletionSource<Exception?>(TaskCreationOptions.RunContinuationsAsynchronously);
            current = _current.Task;
            _waiters++;
            _arrivals++;
        }

        try
        {
            wake();
            if (await current.WaitAsync(cancellationToken).ConfigureAwait(false) is { } failure)
            {
                throw Copy(failure);
            }
        }
        finally
        {
            lock (_gate)
            {
                _waiters--;
            }
        }
    }

    // False if the known state stays, since it is newer.
    private bool Learn(
        WatchPage page, ref Slot slot, int address, UserPresence? presence, in Observation at, bool isOfPage)
    {
        Former former = default;
        if (slot.IsRead)
        {
            (UserPresence? known, Observation knownAt) = Known(in slot, page);
            if (!Counts(page, slot.Id, presence, in at, known, in knownAt))
            {
                return false;
            }

            former = Former.Of(known);
        }

        page.Keep(slot.Id, isOfPage ? null : new KeptState(presence, at));
        if (!slot.IsRead || !PresenceDifference.IsNone(former.Presence, presence))
        {
            bool isShown = !slot.IsRead || PresenceDifference.IsShown(former.Presence, presence);
            if (isOfPage && slot.IsRead && isShown)
            {
                NotePolled(slot.Id, at.ReadAt);
            }

            Change(page, ref slot, address, in former, in at, isShown);
        }

        return true;
    }

    // A state that is rejected leaves the known one in force. The new image no longer has it, so it is kept separately.
    private static bool Counts(
        WatchPage page, string id, UserPresence? presence, in Observation at, UserPresence? known,
        in Observation knownAt)
    {
        Precedence precedence = StateOrder.Compare(presence, in at, known, in knownAt);
        if (precedence == Precedence.Newer)
        {
            return true;
        }

        KeptState kept = page.KeptOf(id) ?? new KeptState(known, knownAt);
        page.Keep(id, kept);
        if (precedence == Precedence.LowerNumber)
        {
            kept.LowerNumberSince ??= at.ReadAt;
            return at.ReadAt - kept.LowerNumberSince >= StateOrder.LowerNumberIgnored;
        }

        return false;
    }

    // The entry in the answer cannot be read, so the known state stays.
    private static void KeepKnown(WatchPage page, in Slot slot)
    {
        if (slot.IsRead && page.KeptOf(slot.Id) is null)
        {
            (UserPresence? known, Observation knownAt) = Known(in slot, page);
            page.Keep(slot.Id, new KeptState(known, knownAt));
        }
    }

    private void Change(
        WatchPage page, ref Slot slot, int address, in Former former, in Observation at, bool isShown)
    {
        if (!slot.IsRead)
        {
            slot.FirstVersion = _version + 1;
            page.NotRead--;
            _notRead--;
            EndWaitsIfRead();
        }

        slot.Version = ++_version;
        slot.ChangedAt = at.ReadAt.UtcTicks;
        slot.Since = isShown ? slot.ChangedAt : slot.Since;
        _changes++;
        NoteChange(slot.Id, address, in former);
    }

    private void EndWaitsIfRead()
    {
        if (_notRead == 0)
        {
            EndWaits(failure: null);
        }
    }

    private void EndWaits(Exception? failure)
    {
        _current?.TrySetResult(failure);
        _current = null;
    }
}
