using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>What a page says of the ids that were asked for.</summary>
/// <param name="asked">The number of ids.</param>
/// <param name="located">Whether to note where the entries are.</param>
internal sealed class PresenceEntries(int asked, bool located)
{
    /// <summary>The presence of each id, by its place; null where the page has none.</summary>
    public UserPresence?[] Found { get; } = new UserPresence?[asked];

    /// <summary>Where the entry of each found id is in the page, if that is noted; else null.</summary>
    public (int Start, int Length)[]? Locations { get; } = located ? new (int Start, int Length)[asked] : null;

    /// <summary>What is wrong with entries that cannot be read, and the places of their ids; null for none.</summary>
    public List<(int Place, JsonException Fault)>? Broken { get; private set; }

    /// <summary>What is wrong with an entry that cannot be read and does not say whose it is; null for none.</summary>
    public JsonException? Nameless { get; private set; }

    /// <summary>Notes that an entry cannot be read.</summary>
    /// <param name="place">The place of its id; null if the entry does not say whose it is.</param>
    /// <param name="fault">What is wrong with it.</param>
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
