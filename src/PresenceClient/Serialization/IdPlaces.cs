using System.Buffers;
using System.Text;
using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>
/// The ids of a request, and the place of each in the list. The service does not guarantee an order, but usually keeps
/// the order of the request, so the next ids are compared first.
/// </summary>
internal sealed class IdPlaces(ReadOnlyMemory<string> ids)
{
    /// <summary>The place of an id that was not requested.</summary>
    public const int None = -1;

    // The service can leave ids out. After more than a few in a row, the dictionary finds the place.
    private const int LookAhead = 8;

    // The length of a GUID, the only form of id in a request.
    private const int LongestId = 36;

    private Dictionary<string, int>? _places;
    private int _next;

    public int Count => ids.Length;

    public string this[int place] => ids.Span[place];

    /// <summary>Finds the id at the reader's position, ignoring case.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="place">The place of the id; <see cref="None"/> if it was not requested or is not a string.</param>
    /// <returns>The requested string if it has the same characters; otherwise null.</returns>
    public string? Find(ref readonly Utf8JsonReader reader, out int place)
    {
        place = None;
        if (reader.TokenType != JsonTokenType.String)
        {
            return null;
        }

        if (!reader.ValueIsEscaped)
        {
            return Find(reader.ValueSpan, out place);
        }

        string id = Json.ReadText(in reader, PropertyNames.NameOf(Property.Id))!;
        place = FindPlace(id);
        return place != None && id.Equals(this[place], StringComparison.Ordinal) ? this[place] : null;
    }

    /// <summary>Finds an id, ignoring case.</summary>
    /// <param name="utf8">The id.</param>
    /// <param name="place">The place of the id; <see cref="None"/> if it was not requested.</param>
    /// <returns>The requested string if it has the same characters; otherwise null.</returns>
    public string? Find(ReadOnlySpan<byte> utf8, out int place)
    {
        ReadOnlySpan<string> all = ids.Span;
        int end = Math.Min(_next + LookAhead, all.Length);
        for (int i = _next; i < end; i++)
        {
            if (Ascii.Equals(utf8, all[i]))
            {
                _next = i + 1;
                place = i;
                return all[i];
            }
        }

        place = FindPlace(utf8);
        return place != None && Ascii.Equals(utf8, all[place]) ? all[place] : null;
    }

    // A separate method, so that Find does not have to clear the stack memory for each id.
    private int FindPlace(ReadOnlySpan<byte> utf8)
    {
        Span<char> text = stackalloc char[LongestId];
        return utf8.Length <= LongestId && Ascii.ToUtf16(utf8, text, out int length) == OperationStatus.Done
            ? FindPlace(text[..length])
            : None;
    }

    private int FindPlace(ReadOnlySpan<char> id)
    {
        _places ??= FindPlaces();
        if (!_places.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id, out int place))
        {
            return None;
        }

        _next = place + 1;
        return place;
    }

    private Dictionary<string, int> FindPlaces()
    {
        var places = new Dictionary<string, int>(ids.Length, StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < ids.Length; i++)
        {
            places.Add(ids.Span[i], i);
        }

        return places;
    }
}
