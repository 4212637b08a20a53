using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>Steps that every reader takes: strict JSON, and errors that name the property.</summary>
internal static class Json
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>A reader on the first token of a body.</summary>
    public static Utf8JsonReader Start(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith(ByteOrderMark))
        {
            utf8 = utf8[ByteOrderMark.Length..];
        }

        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        return reader;
    }

    /// <summary>Checks that nothing follows the value that was read.</summary>
    public static void End(ref Utf8JsonReader reader) => reader.Read();

    /// <summary>Moves to the next property's name; false at the end of the object.</summary>
    public static bool NextProperty(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Whether the property that the reader stands on has this name; if so, moves on to its value.</summary>
    public static bool TakeIf(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (!reader.ValueIsEscaped ? !reader.ValueSpan.SequenceEqual(name) : !EscapedNameIs(in reader, name))
        {
            return false;
        }

        reader.Read();
        return true;
    }

    /// <summary>Whether the value is an object to be read; false for null, an error for all else.</summary>
    public static bool IsObject(ref readonly Utf8JsonReader reader, string name) =>
        Is(JsonTokenType.StartObject, in reader, name, "an object");

    /// <summary>Checks that the value is an object, which must not be null.</summary>
    public static void RequireObject(ref readonly Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Unexpected(in reader, name, "an object");
        }
    }

    /// <summary>Whether the value is an array to be read; false for null, an error for all else.</summary>
    public static bool IsArray(ref readonly Utf8JsonReader reader, string name) =>
        Is(JsonTokenType.StartArray, in reader, name, "an array");

    /// <summary>The text of a string; null for null, an error for all else.</summary>
    public static string? ReadText(ref readonly Utf8JsonReader reader, string name) =>
        IsText(in reader, name) ? Decode(in reader, name) : null;

    /// <summary>The text of a value of an open enumeration, shared where its spelling is known.</summary>
    public static string? ReadName<T>(ref readonly Utf8JsonReader reader, string name) where T : struct, Enum =>
        !IsText(in reader, name) ? null
        : !reader.ValueIsEscaped && WireNames<T>.Find(reader.ValueSpan) is { } known ? known
        : Decode(in reader, name);

    /// <summary>A truth value; null for null, an error for all else.</summary>
    public static bool? ReadBoolean(ref readonly Utf8JsonReader reader, string name) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Null => null,
        _ => throw Unexpected(in reader, name, "true or false"),
    };

    public static JsonException Unexpected(ref readonly Utf8JsonReader reader, string name, string expected) =>
        new($"'{name}' must be {expected}, but {reader.TokenType} stands there (byte {reader.TokenStartIndex}).");

    private static bool EscapedNameIs(ref readonly Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        try
        {
            return reader.ValueTextEquals(name);
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException($"A property's name is not Unicode (byte {reader.TokenStartIndex}).", e);
        }
    }

    private static bool IsText(ref readonly Utf8JsonReader reader, string name) =>
        Is(JsonTokenType.String, in reader, name, "a string");

    private static bool Is(JsonTokenType type, ref readonly Utf8JsonReader reader, string name, string expected) =>
        reader.TokenType == type
            || (reader.TokenType == JsonTokenType.Null ? false : throw Unexpected(in reader, name, expected));

    private static string? Decode(ref readonly Utf8JsonReader reader, string name)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException($"'{name}' holds text that is not Unicode (byte {reader.TokenStartIndex}).", e);
        }
    }
}
