using System.Text;
using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>
/// Reads the body of an error in the form of Microsoft Graph, of older OData versions, of the sign-in service or of
/// common gateways. If the body is not well formed, the properties before the fault are kept.
/// </summary>
internal static class GraphErrorReader
{
    public static GraphError Read(ReadOnlySpan<byte> utf8)
    {
        GraphError error = GraphError.None;
        GatewayError other = default;
        try
        {
            Utf8JsonReader reader = Json.Start(utf8);
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                ReadBody(ref reader, ref error, ref other);
            }
        }
        catch (JsonException)
        {
            // The body is a proxy's error page, or it is truncated. The properties before the fault are kept.
        }

        return error with { Code = error.Code ?? other.Code, Message = error.Message ?? other.Message };
    }

    private static void ReadBody(ref Utf8JsonReader reader, ref GraphError error, ref GatewayError other)
    {
        while (Json.NextProperty(ref reader))
        {
            ReadOnlySpan<byte> name = Json.TakeName(ref reader);
            bool isError = name.SequenceEqual("error"u8) || name.SequenceEqual("odata.error"u8);
            if (isError && reader.TokenType == JsonTokenType.StartObject)
            {
                ReadError(ref reader, ref error);
            }
            else
            {
                other.Read(name, ref reader);
            }
        }
    }

    private static void ReadError(ref Utf8JsonReader reader, ref GraphError error)
    {
        while (Json.NextProperty(ref reader))
        {
            ReadOnlySpan<byte> name = Json.TakeName(ref reader);
            if (name.SequenceEqual("code"u8))
            {
                string? code = Json.ReadTextOrSkip(ref reader);
                error = error with { Code = code, HasGraphForm = code is not null };
            }
            else if (name.SequenceEqual("message"u8))
            {
                error = error with { Message = ReadMessage(ref reader) };
            }
            else
            {
                ReadInnerErrorOrSkip(name, ref reader, ref error);
            }
        }
    }

    // The message is a text, or in older OData versions an object with the text and its language.
    private static string? ReadMessage(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return Json.ReadTextOrSkip(ref reader);
        }

        string? message = null;
        while (Json.NextProperty(ref reader))
        {
            if (Json.TakeName(ref reader).SequenceEqual("value"u8))
            {
                message = Json.ReadTextOrSkip(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return message;
    }

    // Inner errors nest. The depth limit of the reader bounds the recursion.
    private static void ReadInnerErrorOrSkip(
        scoped ReadOnlySpan<byte> property, ref Utf8JsonReader reader, ref GraphError error)
    {
        if (!Ascii.EqualsIgnoreCase(property, "innererror"u8) || reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (Json.NextProperty(ref reader))
        {
            ReadOnlySpan<byte> name = Json.TakeName(ref reader);
            if (name.SequenceEqual("request-id"u8))
            {
                error = error with { RequestId = Json.ReadTextOrSkip(ref reader) ?? error.RequestId };
            }
            else
            {
                ReadInnerErrorOrSkip(name, ref reader, ref error);
            }
        }
    }
}
