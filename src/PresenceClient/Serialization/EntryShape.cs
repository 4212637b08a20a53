using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>
/// The shape of the entries of a page: for each kind of object, the literal bytes before each value and after the last
/// one. It is learned from entries that were read strictly, and refers to their bytes in the page.
/// </summary>
internal sealed class EntryShape
{
    // The most values of an object, with its end. An object with more does not match its own shape.
    private const int Width = 16;

    private readonly Part[] _parts = new Part[Width * (int)Property.WorkLocation];

    /// <summary>Returns a part by its number.</summary>
    public ref readonly Part this[int part] => ref _parts[part];

    /// <summary>Finds the first part of an object; false if no such object was learned.</summary>
    public bool TryFind(Property owner, out int part)
    {
        part = ((int)owner - 1) * Width;
        return _parts[part].Property != Property.None;
    }

    /// <summary>Learns the shape of an entry, and of the nested objects that it has.</summary>
    /// <param name="utf8">The page.</param>
    /// <param name="start">The place of the first byte of the entry, which was read strictly.</param>
    public void Learn(ReadOnlySpan<byte> utf8, int start)
    {
        var reader = new Utf8JsonReader(utf8[start..]);
        reader.Read();
        Learn(ref reader, Property.Presence, start);
    }

    private void Learn(ref Utf8JsonReader reader, Property owner, int start)
    {
        Span<Part> parts = _parts.AsSpan(((int)owner - 1) * Width, Width);
        int count = 0;
        int from = (int)reader.TokenStartIndex;
        while (Json.NextProperty(ref reader))
        {
            Property property = PropertyNames.Find(owner, Json.TakeName(ref reader));
            bool isValue = property != Property.Other || reader.TokenType == JsonTokenType.String;
            if (isValue && count < Width - 1)
            {
                parts[count++] = new Part(start + from, (int)reader.TokenStartIndex - from, property);
            }

            if (property <= Property.WorkLocation && reader.TokenType == JsonTokenType.StartObject)
            {
                Learn(ref reader, property, start);
            }
            else
            {
                reader.Skip();
            }

            from = isValue ? (int)reader.BytesConsumed : from;
        }

        parts[count] = new Part(start + from, (int)reader.BytesConsumed - from, Property.None);
    }

    /// <summary>Literal bytes, and the value that follows them.</summary>
    /// <param name="Start">The place of the first literal byte in the page.</param>
    /// <param name="Length">The number of literal bytes.</param>
    /// <param name="Property">The property that has the value; <see cref="Property.None"/> at the end.</param>
    public readonly record struct Part(int Start, int Length, Property Property);
}
