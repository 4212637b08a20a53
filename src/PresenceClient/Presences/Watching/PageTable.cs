namespace PresenceClient.Presences.Watching;

/// <summary>The pages, and the address of each user. Not thread-safe.</summary>
internal sealed class PageTable
{
    private readonly Dictionary<string, int> _addresses = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<WatchPage?> _pages = [];
    private readonly SortedSet<int> _freeNumbers = [];
    private readonly SortedSet<int> _open = [];
    private readonly SortedSet<int> _openCovered = [];

    public int Count => _addresses.Count;

    /// <summary>Every number of a page is less than this.</summary>
    public int Numbers => _pages.Count;

    public IEnumerable<WatchPage> Pages => _pages.OfType<WatchPage>();

    public WatchPage? PageAt(int number) => _pages[number];

    public bool TryFind(string id, out int address) => _addresses.TryGetValue(id, out address);

    public void EnsureCapacity(int users) => _addresses.EnsureCapacity(users);

    /// <summary>Adds a user; false if the user is there already.</summary>
    public bool TryAdd(string id, bool isCovered)
    {
        if (_addresses.ContainsKey(id))
        {
            return false;
        }

        Place(FindRoom(isCovered), new Slot(id));
        return true;
    }

    /// <summary>Removes a user.</summary>
    /// <returns>The former address of the user who takes the place; null if no user does.</returns>
    public int? Remove(int address)
    {
        WatchPage page = _pages[Address.PageOf(address)]!;
        int place = Address.PlaceOf(address);
        _addresses.Remove(page.Slots[place].Id);
        page.RemoveAt(place);
        if (page.Count == 0)
        {
            _pages[page.Number] = null;
            OpenLike(page).Remove(page.Number);
            _freeNumbers.Add(page.Number);
            return null;
        }

        OpenLike(page).Add(page.Number);
        if (place == page.Count)
        {
            return null;
        }

        _addresses[page.Slots[place].Id] = address;
        return Address.Of(page.Number, page.Count);
    }

    /// <summary>
    /// Finds two pages that fit into one, if there are many more pages than needed. The first has the lower number.
    /// </summary>
    public (WatchPage To, WatchPage From)? FindMergeable()
    {
        int needed = (Count + WatchPage.Capacity - 1) / WatchPage.Capacity;
        if (_pages.Count - _freeNumbers.Count <= needed + (needed / 4) + 1)
        {
            return null;
        }

        return FindMergeable(_open) ?? FindMergeable(_openCovered);
    }

    /// <summary>Moves a user to a page that has room, with what is known, and returns the new address.</summary>
    public int Move(WatchPage from, int place, WatchPage to)
    {
        Slot slot = from.Slots[place];
        KeptState? kept = from.KeptOf(slot.Id)
            ?? (slot.IsRead ? new KeptState(from.Image.Read(slot.Entry), from.ReadAt) : null);
        Remove(Address.Of(from.Number, place));
        slot.Entry = PageImage.None;
        slot.WasAsked = false;
        to.Keep(slot.Id, kept);
        return Place(to, slot);
    }

    /// <summary>Returns a page of a kind that has room.</summary>
    public WatchPage FindRoom(bool isCovered)
    {
        SortedSet<int> open = isCovered ? _openCovered : _open;
        if (open.Count > 0)
        {
            return _pages[open.Min]!;
        }

        int number = _freeNumbers.Count > 0 ? _freeNumbers.Min : _pages.Count;
        var page = new WatchPage(number, isCovered);
        if (!_freeNumbers.Remove(number))
        {
            _pages.Add(page);
        }

        _pages[number] = page;
        open.Add(number);
        return page;
    }

    private (WatchPage To, WatchPage From)? FindMergeable(SortedSet<int> open)
    {
        WatchPage[] idle = [.. open.Select(number => _pages[number]!).Where(static page => page.Reading is null)
            .OrderBy(static page => page.Count).Take(2).OrderBy(static page => page.Number)];
        return idle is [var to, var from] && to.Count + from.Count <= WatchPage.Capacity ? (to, from) : null;
    }

    private SortedSet<int> OpenLike(WatchPage page) => page.IsCovered ? _openCovered : _open;

    private int Place(WatchPage page, Slot slot)
    {
        int address = Address.Of(page.Number, page.Add(slot));
        _addresses.Add(slot.Id, address);
        if (page.Count == WatchPage.Capacity)
        {
            OpenLike(page).Remove(page.Number);
        }

        return address;
    }
}
