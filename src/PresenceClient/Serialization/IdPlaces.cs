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

    /// <summary>Finds the place of the id at the reader's position, ignoring case.</summary>
    public int Find(ref readonly Utf8JsonReader reader)
    {
        if (reader is not { TokenType: JsonTokenType.String, ValueIsEscaped: false })
        {
            return reader.TokenType == JsonTokenType.String ? Find(Json.ReadText(in reader, "id")) : None;
        }

        ReadOnlySpan<string> all = ids.Span;
        int end = Math.Min(_next + LookAhead, all.Length);
        for (int i = _next; i < end; i++)
        {
            if (Ascii.Equals(reader.ValueSpan, all[i]))
            {
                _next = i + 1;
                return i;
            }
        }

        return Find(reader.ValueSpan);
    }

    // A separate method, so that Find does not have to clear the stack memory for each id.
    private int Find(ReadOnlySpan<byte> id)
    {
        Span<char> text = stackalloc char[LongestId];
        return id.Length <= LongestId && Ascii.ToUtf16(id, text, out int length) == OperationStatus.Done
            ? Find(text[..length])
            : None;
    }

    private int Find(ReadOnlySpan<char> id)
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
