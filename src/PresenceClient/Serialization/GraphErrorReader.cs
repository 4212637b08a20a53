using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>Reads the error envelope, and takes from one that is not well formed whatever there is.</summary>
internal static class GraphErrorReader
{
    public static GraphError Read(ReadOnlySpan<byte> utf8)
    {
        GraphError error = GraphError.None;
        try
        {
            Utf8JsonReader reader = Json.Start(utf8);
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return error;
            }

            while (Json.NextProperty(ref reader))
            {
                ReadOnlySpan<byte> name = Json.TakeName(ref reader);
                if (name.SequenceEqual("error"u8) && reader.TokenType == JsonTokenType.StartObject)
                {
                    ReadError(ref reader, ref error);
                }
                else
                {
                    reader.Skip();
                }
            }
        }
        catch (JsonException)
        {
            // An error page of a proxy, or a body that broke off: what was read so far stands.
        }

        return error;
    }

    private static void ReadError(ref Utf8JsonReader reader, ref GraphError error)
    {
        while (Json.NextProperty(ref reader))
        {
            ReadOnlySpan<byte> name = Json.TakeName(ref reader);
            if (name.SequenceEqual("code"u8))
            {
                error = error with { Code = ReadTextOrSkip(ref reader) };
            }
            else if (name.SequenceEqual("message"u8))
            {
                error = error with { Message = ReadTextOrSkip(ref reader) };
            }
            else
            {
                ReadInnerErrorOrSkip(name, ref reader, ref error);
            }
        }
    }

    // Inner errors nest; the reader's own limit of depth ends that.
    private static void ReadInnerErrorOrSkip(
        scoped ReadOnlySpan<byte> property, ref Utf8JsonReader reader, ref GraphError error)
    {
        if (!(property.SequenceEqual("innerError"u8) || property.SequenceEqual("innererror"u8))
            || reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (Json.NextProperty(ref reader))
        {
            ReadOnlySpan<byte> name = Json.TakeName(ref reader);
            if (name.SequenceEqual("request-id"u8))
            {
                error = error with { RequestId = ReadTextOrSkip(ref reader) ?? error.RequestId };
            }
            else
            {
                ReadInnerErrorOrSkip(name, ref reader, ref error);
            }
        }
    }

    private static string? ReadTextOrSkip(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return Json.ReadText(in reader, "error");
        }

        reader.Skip();
        return null;
    }
}
