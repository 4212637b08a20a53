using System.Text;
using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>
/// Reads properties token by token: strict JSON, with errors that name the property. It reads any entry, and its
/// answers and errors are the ones that count.
/// </summary>
/// <param name="reader">The tokens, at the first one of the object.</param>
/// <param name="hints">What the entries of a page share; null for a single presence.</param>
internal ref struct StrictReader(Utf8JsonReader reader, ReadHints? hints) : IPropertyReader
{
    private Utf8JsonReader _reader = reader;

    /// <summary>The tokens, after the object that was read.</summary>
    public readonly Utf8JsonReader Reader => _reader;

    /// <summary>The id of the requested user, whose string is used again; null if any user's is read.</summary>
    public string? RequestedId { get; init; }

    public readonly bool HasFailed => false;

    public readonly void Begin(out int cursor)
    {
        cursor = (int)Property.Presence;
        Json.RequireObject(in _reader, PropertyNames.NameOf(Property.Presence));
    }

    public readonly bool BeginObject(Property property, out int cursor)
    {
        cursor = (int)property;
        return Json.IsObject(in _reader, PropertyNames.NameOf(property));
    }

    public bool NextProperty(ref int cursor, out Property property)
    {
        while (Json.NextProperty(ref _reader))
        {
            property = PropertyNames.Find((Property)cursor, Json.TakeName(ref _reader));
            if (property != Property.Other)
            {
                return true;
            }

            _reader.Skip();
        }

        property = Property.None;
        return false;
    }

    public readonly string? ReadId(out int place)
    {
        place = IdPlaces.None;
        return RequestedId is not null && _reader is { TokenType: JsonTokenType.String, ValueIsEscaped: false }
            && Ascii.Equals(_reader.ValueSpan, RequestedId)
                ? RequestedId
                : hints?.Ids.Find(in _reader, out place) ?? ReadText(Property.Id);
    }

    public readonly string? ReadText(Property property) => Json.ReadText(in _reader, PropertyNames.NameOf(property));

    public readonly string? ReadSharedText(Property property) =>
        hints is not null && _reader is { TokenType: JsonTokenType.String, ValueIsEscaped: false }
            ? hints.Texts.Find(_reader.ValueSpan, out int place) ?? hints.Texts.Keep(place, ReadText(property)!)
            : ReadText(property);

    public readonly string? ReadName<T>(Property property)
        where T : struct, Enum =>
        Json.ReadName<T>(in _reader, PropertyNames.NameOf(property));

    public readonly bool? ReadBoolean(Property property) =>
        Json.ReadBoolean(in _reader, PropertyNames.NameOf(property));

    public readonly DateTimeOffset? ReadMoment(Property property) =>
        Json.ReadMoment(in _reader, PropertyNames.NameOf(property));

    public readonly T? SkipRepeated<T>(Property property)
        where T : class => null;

    public readonly T Keep<T>(Property property, T value)
        where T : class => value;
}
