namespace PresenceClient.Presences.Watching;

/// <content>The readers: who they are, and who tells them.</content>
internal sealed partial class WatchState
{
    private readonly List<ChangeReader> _readers = [];

    // Readers that may go on. When an enumeration is forgotten, its reader is collected.
    private readonly List<WeakReference<ChangeReader>> _paused = [];
    private long _announcement;
    private long _arrivals;
    private bool _isOver;

    /// <summary>Whether there is a reader, or a call that waits for users to be read.</summary>
    public bool IsWanted
    {
        get
        {
            lock (_gate)
            {
                return _waiters > 0 || _readers.Exists(static reader => !reader.IsOver);
            }
        }
    }

    /// <summary>How many readers, and calls that wait for users to be read, have come so far.</summary>
    public long Arrivals
    {
        get
        {
            lock (_gate)
            {
                return _arrivals;
            }
        }
    }

    /// <summary>Makes a reader that begins with the state of all users, or continues after a version.</summary>
    public ChangeReader CreateReader(long? after, bool readsSweeps)
    {
        lock (_gate)
        {
            bool isKnown = after <= _version && _removed.Reach(after.Value);
            var reader = new ChangeReader(isKnown ? after!.Value : 0, readsSweeps)
            {
                IsResynchronized = after is not null && !isKnown,
                Sweep = _sweeps,
                Trouble = IsInTrouble ? -1 : _troubles,
            };
            foreach (string id in isKnown ? _removed.Since(after!.Value) : [])
            {
                reader.Add(id, new Former(FormerKind.Forgotten));
            }

            bool hasNews = _notRead < _table.Count || reader.HasPending || IsInTrouble;
            reader.Announcement = hasNews ? -1 : _announcement;
            return reader;
        }
    }

    /// <summary>A reader begins, or goes on.</summary>
    public void Attach(ChangeReader reader)
    {
        lock (_gate)
        {
            _paused.RemoveAll(paused => !paused.TryGetTarget(out ChangeReader? other) || other == reader);
            _readers.Add(reader);
            _arrivals++;
            if (_isOver)
            {
                reader.End(failure: null);
            }
            else
            {
                reader.Restart();
            }
        }
    }

    /// <summary>A reader stops. It may go on later, and gets the difference then.</summary>
    public void Detach(ChangeReader reader)
    {
        lock (_gate)
        {
            if (_readers.Remove(reader))
            {
                _paused.Add(new WeakReference<ChangeReader>(reader));
            }
        }
    }

    /// <summary>Ends the readers that there are, and the calls that wait for users to be read.</summary>
    /// <param name="failure">What they throw; null where the watch was disposed, which ends later ones as well.</param>
    public void EndReaders(Exception? failure)
    {
        lock (_gate)
        {
            _isOver |= failure is null;
            foreach (ChangeReader reader in _readers)
            {
                reader.End(failure);
            }

            EndWaits(failure ?? new ObjectDisposedException(nameof(PresenceWatch)));
        }
    }

    /// <summary>Tells the readers of sweeps that there is news from between two sweeps.</summary>
    public void Announce()
    {
        lock (_gate)
        {
            AnnounceNow();
        }

        PublishCounts();
    }

    private void AnnounceNow()
    {
        _announcement++;
        foreach (ChangeReader reader in _readers)
        {
            if (reader.ReadsSweeps)
            {
                reader.Wake();
            }
        }
    }

    private void NoteChange(string id, int address, in Former former)
    {
        foreach (ChangeReader reader in _readers)
        {
            _conflated += reader.Note(id, address, in former) ? 1 : 0;
        }

        foreach (WeakReference<ChangeReader> paused in _paused)
        {
            if (paused.TryGetTarget(out ChangeReader? reader))
            {
                reader.Note(id, address, in former);
            }
        }
    }

    private void NoteRemoval(in Slot slot, int address, WatchPage page)
    {
        if (_readers.Count + _paused.Count == 0)
        {
            return;
        }

        var former = Former.Of(Known(in slot, page).Presence);
        foreach (ChangeReader reader in AllReaders())
        {
            reader.NoteRemoval(in slot, address, in former);
        }
    }

    private void NoteMove(in Slot slot, int from, int to)
    {
        foreach (ChangeReader reader in AllReaders())
        {
            reader.NoteMove(in slot, from, to);
        }
    }

    private List<ChangeReader> AllReaders()
    {
        List<ChangeReader> all = [.. _readers];
        foreach (WeakReference<ChangeReader> paused in _paused)
        {
            if (paused.TryGetTarget(out ChangeReader? reader))
            {
                all.Add(reader);
            }
        }

        return all;
    }
}
