using System.Text;
using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>
/// Avoids new strings while a page is read: it shares the requested ids and the texts that many presences have in
/// common.
/// </summary>
internal ref struct ReadHints(IdPlaces? ids)
{
    private SharedTexts? _shared;

    /// <summary>Reads an id. Returns the caller's string if the service sends the same characters.</summary>
    /// <param name="reader">The reader, at the id.</param>
    /// <param name="place">The place of the id; <see cref="IdPlaces.None"/> if it was not requested.</param>
    public readonly string? ReadId(ref readonly Utf8JsonReader reader, out int place)
    {
        place = ids?.Find(in reader) ?? IdPlaces.None;
        return place != IdPlaces.None && !reader.ValueIsEscaped && Ascii.Equals(reader.ValueSpan, ids![place])
            ? ids[place]
            : Json.ReadText(in reader, "id");
    }

    /// <summary>Reads a text that other presences of the page are likely to contain as well.</summary>
    public string? ReadShared(ref readonly Utf8JsonReader reader, string name) =>
        reader is { TokenType: JsonTokenType.String, ValueIsEscaped: false }
            && (_shared ??= new SharedTexts()).Find(reader.ValueSpan, out int slot) is var known
            ? known ?? _shared.Keep(slot, Json.ReadText(in reader, name)!)
            : Json.ReadText(in reader, name);
}
