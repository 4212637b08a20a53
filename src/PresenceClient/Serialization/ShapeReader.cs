using System.Buffers;
using System.Text;
using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>
/// Reads the properties of an entry by the shape of the entries before: it compares the literal bytes and reads only
/// the values. It fails on everything unexpected, for example on an escape or a byte outside ASCII.
/// </summary>
/// <param name="utf8">The page.</param>
/// <param name="shape">The shape.</param>
/// <param name="hints">What the entries of a page share; null for none.</param>
internal ref struct ShapeReader(ReadOnlySpan<byte> utf8, EntryShape shape, ReadHints? hints) : IPropertyReader
{
    // The characters of a string that need no decoding.
    private static readonly SearchValues<byte> Plain = SearchValues.Create(
        " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"u8);

    private readonly ReadOnlySpan<byte> _utf8 = utf8;
    private RepeatedPart _outOfOffice;
    private RepeatedPart _workLocation;
    private int _partStart;

    /// <summary>The place of the next byte.</summary>
    public int Position { get; set; }

    public bool HasFailed { get; private set; }

    public void Begin(out int cursor) => HasFailed = !shape.TryFind(Property.Presence, out cursor);

    public bool BeginObject(Property property, out int cursor)
    {
        bool isKnown = shape.TryFind(property, out cursor);
        if (SkipNull())
        {
            return false;
        }

        HasFailed |= !isKnown;
        return isKnown;
    }

    public bool NextProperty(ref int cursor, out Property property)
    {
        property = Property.None;
        while (!HasFailed)
        {
            ref readonly EntryShape.Part part = ref shape[cursor++];
            if (!Skip(_utf8.Slice(part.Start, part.Length)))
            {
                HasFailed = true;
            }
            else if (part.Property != Property.Other)
            {
                property = part.Property;
                return property != Property.None;
            }
            else
            {
                TakeText(out _);
            }
        }

        return false;
    }

    public string? ReadId(out int place)
    {
        place = IdPlaces.None;
        return TakeText(out ReadOnlySpan<byte> text) ? hints?.Ids.Find(text, out place) ?? TextOf(text) : null;
    }

    public string? ReadText(Property property) => TakeText(out ReadOnlySpan<byte> text) ? TextOf(text) : null;

    public string? ReadSharedText(Property property) =>
        !TakeText(out ReadOnlySpan<byte> text) ? null
        : hints is null ? TextOf(text)
        : hints.Texts.Find(text, out int place) ?? hints.Texts.Keep(place, TextOf(text));

    public string? ReadName<T>(Property property)
        where T : struct, Enum =>
        TakeText(out ReadOnlySpan<byte> text) ? WireNames<T>.Find(text) ?? TextOf(text) : null;

    public bool? ReadBoolean(Property property)
    {
        bool isTrue = Skip("true"u8);
        if (isTrue || Skip("false"u8))
        {
            return isTrue;
        }

        HasFailed |= !SkipNull();
        return null;
    }

    public DateTimeOffset? ReadMoment(Property property)
    {
        int start = Position;
        if (!TakeText(out _))
        {
            return null;
        }

        var reader = new Utf8JsonReader(_utf8[start..Position]);
        reader.Read();
        return Json.ReadMoment(in reader, PropertyNames.NameOf(property));
    }

    public T? SkipRepeated<T>(Property property)
        where T : class
    {
        ref RepeatedPart part = ref property == Property.OutOfOffice ? ref _outOfOffice : ref _workLocation;
        if (part.Value is not null && Skip(_utf8.Slice(part.Start, part.Length)))
        {
            return (T)part.Value;
        }

        _partStart = Position;
        return null;
    }

    public T Keep<T>(Property property, T value)
        where T : class
    {
        if (!HasFailed)
        {
            ref RepeatedPart part = ref property == Property.OutOfOffice ? ref _outOfOffice : ref _workLocation;
            part = new RepeatedPart(_partStart, Position - _partStart, value);
        }

        return value;
    }

    private static string TextOf(ReadOnlySpan<byte> ascii) => Encoding.Latin1.GetString(ascii);

    // False for null, and for everything else, with which the entry can't be read by its shape.
    private bool TakeText(out ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> rest = _utf8[Position..];
        if (rest is [(byte)'"', ..])
        {
            rest = rest[1..];
            int length = rest.IndexOfAnyExcept(Plain);
            if (length >= 0 && rest[length] == '"')
            {
                Position += length + 2;
                text = rest[..length];
                return true;
            }
        }

        HasFailed |= !SkipNull();
        text = default;
        return false;
    }

    private bool SkipNull() => Skip("null"u8);

    private bool Skip(ReadOnlySpan<byte> bytes)
    {
        bool isNext = _utf8[Position..].StartsWith(bytes);
        Position += isNext ? bytes.Length : 0;
        return isNext;
    }

    /// <summary>A nested object that other entries are likely to have as well.</summary>
    private readonly record struct RepeatedPart(int Start, int Length, object? Value);
}
