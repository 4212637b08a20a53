using System.Text;
using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>Reads a status message, its content and its expiry.</summary>
internal static class StatusMessageReader
{
    public static PresenceStatusMessage? Read(ref Utf8JsonReader reader, ref ReadHints hints)
    {
        if (!Json.IsObject(in reader, "statusMessage"))
        {
            return null;
        }

        (string? Content, string? Type) message = default;
        DateTimeTimeZone? expiry = null;
        DateTimeOffset? published = null;
        while (Json.NextProperty(ref reader))
        {
            ReadOnlySpan<byte> name = Json.TakeName(ref reader);
            if (name.SequenceEqual("message"u8))
            {
                message = ReadMessage(ref reader, ref hints);
            }
            else if (name.SequenceEqual("expiryDateTime"u8))
            {
                expiry = ReadExpiry(ref reader, ref hints);
            }
            else if (name.SequenceEqual("publishedDateTime"u8))
            {
                published = ReadMoment(in reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new PresenceStatusMessage
        {
            Content = message.Content,
            ContentType = message.Type,
            Expiry = expiry,
            PublishedAt = published,
        };
    }

    private static (string? Content, string? Type) ReadMessage(
        ref Utf8JsonReader reader, ref ReadHints hints)
    {
        string? content = null, type = null;
        if (Json.IsObject(in reader, "message"))
        {
            while (Json.NextProperty(ref reader))
            {
                ReadOnlySpan<byte> name = Json.TakeName(ref reader);
                if (name.SequenceEqual("content"u8))
                {
                    content = Json.ReadText(in reader, "content");
                }
                else if (name.SequenceEqual("contentType"u8))
                {
                    type = hints.ReadShared(in reader, "contentType");
                }
                else
                {
                    reader.Skip();
                }
            }
        }

        return (content, type);
    }

    private static DateTimeTimeZone? ReadExpiry(ref Utf8JsonReader reader, ref ReadHints hints)
    {
        if (!Json.IsObject(in reader, "expiryDateTime"))
        {
            return null;
        }

        string? dateTime = null, timeZone = null;
        while (Json.NextProperty(ref reader))
        {
            ReadOnlySpan<byte> name = Json.TakeName(ref reader);
            if (name.SequenceEqual("dateTime"u8))
            {
                dateTime = hints.ReadShared(in reader, "dateTime");
            }
            else if (name.SequenceEqual("timeZone"u8))
            {
                timeZone = hints.ReadShared(in reader, "timeZone");
            }
            else
            {
                reader.Skip();
            }
        }

        return new DateTimeTimeZone { DateTime = dateTime, TimeZone = timeZone };
    }

    private static DateTimeOffset? ReadMoment(ref readonly Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType != JsonTokenType.String)
        {
            throw Json.Unexpected(in reader, "publishedDateTime", "a string");
        }

        ReadOnlySpan<byte> text = reader.ValueIsEscaped
            ? Encoding.UTF8.GetBytes(Json.ReadText(in reader, "publishedDateTime")!)
            : reader.ValueSpan;
        return HasOffset(text) && reader.TryGetDateTimeOffset(out DateTimeOffset moment) ? moment : null;
    }

    // Without an offset, the time would depend on the time zone of this machine.
    private static bool HasOffset(ReadOnlySpan<byte> text) =>
        text.EndsWith("Z"u8) || (text.Length > 6 && text[^6] is (byte)'+' or (byte)'-' && text[^3] == (byte)':');
}
