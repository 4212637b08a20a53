namespace PresenceClient.Presences.Watching;

/// <content>The readers, and how they are notified.</content>
internal sealed partial class WatchState
{
    private readonly List<ChangeReader> _readers = [];

    // Readers that can continue. A forgotten enumeration and its reader are collected.
    private readonly List<WeakReference<ChangeReader>> _paused = [];
    private long _announcement;
    private long _arrivals;
    private bool _isOver;

    /// <summary>Whether there is a reader, or a call that waits until users are read.</summary>
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

    /// <summary>How many readers, and calls that wait until users are read, there have been.</summary>
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

    /// <summary>Makes a reader that begins with the states of all users, or continues after a version.</summary>
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

    /// <summary>Begins or continues a reader.</summary>
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

    /// <summary>Pauses a reader. It can continue later, with the difference.</summary>
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

    /// <summary>Ends all readers, and the calls that wait until users are read.</summary>
    /// <param name="failure">The exception for them; null if the watch was disposed, which also ends later
    /// readers.</param>
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

    /// <summary>Notifies the readers of sweeps of news.</summary>
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
