using System.Runtime.InteropServices;

namespace PresenceClient.Presences.Watching;

/// <summary>The users that one request asks for, and their states. Not thread-safe.</summary>
/// <param name="number">Its number in the table.</param>
/// <param name="isCovered">Whether another source covers its users.</param>
internal sealed class WatchPage(int number, bool isCovered)
{
    /// <summary>The most users of a page.</summary>
    public const int Capacity = ChunkRead.Limit;

    private readonly List<Slot> _slots = [];
    private readonly PageImage _image = new();
    private Dictionary<string, KeptState>? _kept;
    private string[]? _ids;

    public int Number => number;

    /// <summary>Whether another source covers its users, so that they are polled rarely.</summary>
    public bool IsCovered => isCovered;

    public PageImage Image => _image;

    public Span<Slot> Slots => CollectionsMarshal.AsSpan(_slots);

    public int Count => _slots.Count;

    /// <summary>When the image was read.</summary>
    public Observation ReadAt { get; set; }

    /// <summary>The read that is under way; null if there is none.</summary>
    public PageReading? Reading { get; set; }

    /// <summary>Whether users were added that no request has asked for yet.</summary>
    public bool IsUrgent { get; set; }

    /// <summary>The number of users who have not been read yet.</summary>
    public int NotRead { get; set; }

    /// <summary>The users whose state is kept separately from the image.</summary>
    public IReadOnlyCollection<string> KeptIds => _kept is null ? [] : _kept.Keys;

    /// <summary>
    /// Returns the ids of the users for a request. The array does not change later, since a connection can still be
    /// sending it.
    /// </summary>
    public string[] Ask()
    {
        IsUrgent = false;
        if (_ids is null)
        {
            _ids = [.. _slots.Select(static slot => slot.Id)];
            foreach (ref Slot slot in Slots)
            {
                slot.WasAsked = true;
            }
        }

        return _ids;
    }

    public KeptState? KeptOf(string id) => _kept?.GetValueOrDefault(id);

    /// <summary>Keeps the state of a user separately from the image; null to use the image again.</summary>
    public void Keep(string id, KeptState? state)
    {
        if (state is not null)
        {
            (_kept ??= new Dictionary<string, KeptState>(StringComparer.OrdinalIgnoreCase))[id] = state;
        }
        else if (_kept?.Remove(id) == true && _kept.Count == 0)
        {
            _kept = null;
        }
    }

    /// <summary>Confirms the kept states, except those of some users.</summary>
    public void Confirm(DateTimeOffset readAt, IReadOnlySet<string> except)
    {
        if (_kept is null)
        {
            return;
        }

        foreach ((string id, KeptState state) in _kept)
        {
            if (except.Count == 0 || !except.Contains(id))
            {
                state.Confirm(readAt);
            }
        }
    }

    /// <summary>Adds a user to a page that has room, and returns the place.</summary>
    public int Add(Slot slot)
    {
        if (_slots.Count == _slots.Capacity)
        {
            _slots.Capacity = Math.Clamp(_slots.Count * 2, 4, Capacity);
        }

        _slots.Add(slot);
        _image.NoteNewUser();
        _ids = null;
        if (!slot.IsRead)
        {
            NotRead++;
            IsUrgent = true;
        }

        return _slots.Count - 1;
    }

    /// <summary>Removes a user. The last user of the page takes the place, if it is another one.</summary>
    public void RemoveAt(int place)
    {
        Slot removed = _slots[place];
        Keep(removed.Id, null);
        NotRead -= removed.IsRead ? 0 : 1;
        Point(removed, PageImage.None);
        int last = _slots.Count - 1;
        if (place != last)
        {
            _slots[place] = _slots[last];
            Point(_slots[place], (short)place);
        }

        _slots.RemoveAt(last);
        _ids = null;
    }

    private void Point(in Slot slot, short place)
    {
        if (slot.Entry != PageImage.None)
        {
            _image.Entries[slot.Entry].Place = place;
        }
    }
}
