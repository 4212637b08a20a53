using System.Runtime.InteropServices;

namespace PresenceClient.Presences.Watching;

/// <summary>Users that one request asks for, and what is known of them. Not thread-safe.</summary>
/// <param name="number">Its number in the table.</param>
internal sealed class WatchPage(int number)
{
    /// <summary>The most users of a page.</summary>
    public const int Capacity = ChunkRead.Limit;

    private readonly List<Slot> _slots = [];
    private readonly PageImage _image = new();
    private Dictionary<string, KeptState>? _kept;
    private string[]? _ids;

    public int Number => number;

    public PageImage Image => _image;

    public Span<Slot> Slots => CollectionsMarshal.AsSpan(_slots);

    public int Count => _slots.Count;

    /// <summary>When the image was read.</summary>
    public Observation ReadAt { get; set; }

    /// <summary>The read that is under way; null for none.</summary>
    public PageReading? Reading { get; set; }

    /// <summary>Whether users were added whom no request has asked for.</summary>
    public bool IsUrgent { get; set; }

    /// <summary>The number of users who have not been read yet.</summary>
    public int NotRead { get; set; }

    /// <summary>The users whose state is not what the image says.</summary>
    public IReadOnlyCollection<string> KeptIds => _kept is null ? [] : _kept.Keys;

    /// <summary>The ids of the users, for a request. The list does not change, as a connection may still send it.
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

    /// <summary>Keeps the state of a user apart from the image; null to follow the image again.</summary>
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
