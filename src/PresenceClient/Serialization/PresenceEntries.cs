using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>The content of a page for the requested ids.</summary>
/// <param name="asked">The number of requested ids.</param>
/// <param name="located">Whether to record the positions of the entries.</param>
internal sealed class PresenceEntries(int asked, bool located)
{
    // Entries with other ids are ignored, but each costs time and memory to read.
    private const int MostSurplus = 650;

    private int _count;

    /// <summary>The presence of each id, by its place; null if the page does not contain it.</summary>
    public UserPresence?[] Found { get; } = new UserPresence?[asked];

    /// <summary>The position of each found entry in the page; null if positions are not recorded.</summary>
    public (int Start, int Length)[]? Locations { get; } = located ? new (int Start, int Length)[asked] : null;

    /// <summary>
    /// The faults of entries that can't be read, with the places of their ids; null if there are none.
    /// </summary>
    public List<(int Place, JsonException Fault)>? Broken { get; private set; }

    /// <summary>The fault of an entry that can't be read and has no readable id; null if there is none.</summary>
    public JsonException? Nameless { get; private set; }

    /// <summary>Counts an entry before it is read.</summary>
    /// <exception cref="JsonException">The page has too many entries.</exception>
    public void CountNext()
    {
        if (++_count > asked + MostSurplus)
        {
            throw new JsonException($"The page has more than {asked + MostSurplus} entries. It can have one for each "
                + $"of the {asked} requested ids, and {MostSurplus} others.");
        }
    }

    /// <summary>Adds a presence, unless its id was not requested. It replaces an earlier one with the id.</summary>
    /// <param name="place">The place of its id.</param>
    /// <param name="presence">The presence.</param>
    /// <param name="start">The place of the first byte of its entry.</param>
    /// <param name="end">The place after the last byte.</param>
    public void Add(int place, UserPresence presence, int start, int end)
    {
        if (place == IdPlaces.None)
        {
            return;
        }

        Found[place] = presence;
        if (Locations is { } locations)
        {
            locations[place] = (start, end - start);
        }
    }

    /// <summary>Records that an entry can't be read.</summary>
    /// <param name="place">The place of its id; null if the entry has no readable id.</param>
    /// <param name="fault">The fault.</param>
    public void AddBroken(int? place, JsonException fault)
    {
        if (place is not { } known)
        {
            Nameless ??= fault;
        }
        else if (known != IdPlaces.None)
        {
            (Broken ??= []).Add((known, fault));
        }
    }
}
