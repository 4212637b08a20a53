using System.Text;
using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>Helpers of all readers: strict JSON, with errors that name the property.</summary>
internal static class Json
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Creates a reader at the first token of a body.</summary>
    public static Utf8JsonReader Start(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(WithoutMark(utf8));
        reader.Read();
        return reader;
    }

    /// <summary>Returns the body without a leading byte order mark.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8) =>
        utf8.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8;

    /// <summary>Checks that nothing follows the value that was read.</summary>
    public static void End(ref Utf8JsonReader reader) => reader.Read();

    /// <summary>
    /// Returns whether the parser threw the exception because the text is not JSON: its exceptions have a derived
    /// type. False for valid JSON with unexpected content.
    /// </summary>
    public static bool IsOfParser(JsonException fault) => fault.GetType() != typeof(JsonException);

    /// <summary>Moves to the name of the next property; false at the end of the object.</summary>
    public static bool NextProperty(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Returns the unescaped name of the current property, and moves to its value.</summary>
    public static ReadOnlySpan<byte> TakeName(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> name = reader.ValueIsEscaped ? Unescape(in reader) : reader.ValueSpan;
        reader.Read();
        return name;
    }

    /// <summary>Returns whether the value is an object; false for null, and an error for any other value.</summary>
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

    /// <summary>Returns whether the value is an array; false for null, and an error for any other value.</summary>
    public static bool IsArray(ref readonly Utf8JsonReader reader, string name) =>
        Is(JsonTokenType.StartArray, in reader, name, "an array");

    /// <summary>Reads a string; null for null, and an error for any other value.</summary>
    public static string? ReadText(ref readonly Utf8JsonReader reader, string name) =>
        reader.TokenType == JsonTokenType.String ? Decode(in reader, name) : NullOrError(in reader, name);

    /// <summary>Reads a string; null for any other value, which is skipped.</summary>
    public static string? ReadTextOrSkip(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return Decode(in reader, "error");
        }

        reader.Skip();
        return null;
    }

    /// <summary>Reads a value of an open enumeration as text, as a shared string if the spelling is known.</summary>
    public static string? ReadName<T>(ref readonly Utf8JsonReader reader, string name) where T : struct, Enum =>
        reader is { TokenType: JsonTokenType.String, ValueIsEscaped: false }
            && WireNames<T>.Find(reader.ValueSpan) is { } known
                ? known
                : ReadText(in reader, name);

    /// <summary>Reads a Boolean; null for null, and an error for any other value.</summary>
    public static bool? ReadBoolean(ref readonly Utf8JsonReader reader, string name) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Null => null,
        _ => throw Unexpected(in reader, name, "true or false"),
    };

    /// <summary>
    /// Reads a point in time; null for null, for a text that is not a time with an offset, and an error for any other
    /// value.
    /// </summary>
    public static DateTimeOffset? ReadMoment(ref readonly Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return reader.TokenType == JsonTokenType.Null ? null : throw Unexpected(in reader, name, "a string");
        }

        ReadOnlySpan<byte> text = reader.ValueIsEscaped
            ? Encoding.UTF8.GetBytes(ReadText(in reader, name)!)
            : reader.ValueSpan;
        return HasOffset(text) && reader.TryGetDateTimeOffset(out DateTimeOffset moment) ? moment : null;
    }

    private static JsonException Unexpected(ref readonly Utf8JsonReader reader, string name, string expected) =>
        new($"The property '{name}' must be {expected}, but it is {reader.TokenType} (byte {reader.TokenStartIndex}).");

    private static byte[] Unescape(ref readonly Utf8JsonReader reader)
    {
        try
        {
            return Encoding.UTF8.GetBytes(reader.GetString()!);
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException($"A property name is not valid Unicode (byte {reader.TokenStartIndex}).", e);
        }
    }

    private static bool Is(JsonTokenType type, ref readonly Utf8JsonReader reader, string name, string expected) =>
        reader.TokenType == type
            || (reader.TokenType == JsonTokenType.Null ? false : throw Unexpected(in reader, name, expected));

    private static string? NullOrError(ref readonly Utf8JsonReader reader, string name) =>
        reader.TokenType == JsonTokenType.Null ? null : throw Unexpected(in reader, name, "a string");

    private static string Decode(ref readonly Utf8JsonReader reader, string name)
    {
        // Most texts are ASCII, so that the length is known before decoding.
        if (!reader.ValueIsEscaped && Ascii.IsValid(reader.ValueSpan))
        {
            return Encoding.Latin1.GetString(reader.ValueSpan);
        }

        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException($"The property '{name}' is not valid Unicode (byte {reader.TokenStartIndex}).", e);
        }
    }

    // Without an offset, the time would depend on the time zone of this machine.
    private static bool HasOffset(ReadOnlySpan<byte> text) =>
        text is [.., (byte)'Z'] or [.., (byte)'+' or (byte)'-', _, _, (byte)':', _, _];
}
