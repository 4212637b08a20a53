using System.Buffers;
using System.Text;
using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>
/// The ids that a request asks for, and the place of each among them. The service promises no order, but mostly keeps
/// the one that was asked for, so the next ids are compared first.
/// </summary>
internal sealed class IdPlaces(ReadOnlyMemory<string> ids)
{
    /// <summary>The place of an id that was not asked for.</summary>
    public const int None = -1;

    // The service may leave ids out; after more than a few in a row, the dictionary finds the place.
    private const int LookAhead = 8;

    // A GUID, the only kind of id that is asked for.
    private const int LongestId = 36;

    private Dictionary<string, int>? _places;
    private int _next;

    public int Count => ids.Length;

    public string this[int place] => ids.Span[place];

    /// <summary>Finds the place of the id that the reader stands on, ignoring case.</summary>
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

    // Apart from the above, which would clear the text's memory for each id.
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
