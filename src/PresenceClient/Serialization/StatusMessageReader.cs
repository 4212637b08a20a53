namespace PresenceClient.Serialization;

/// <summary>Reads a status message, its content and its expiry.</summary>
internal static class StatusMessageReader
{
    public static PresenceStatusMessage? Read<T>(ref T reader)
        where T : struct, IPropertyReader, allows ref struct
    {
        if (!reader.BeginObject(Property.StatusMessage, out int cursor))
        {
            return null;
        }

        (string? Content, string? Type) message = default;
        DateTimeTimeZone? expiry = null;
        DateTimeOffset? published = null;
        while (reader.NextProperty(ref cursor, out Property property))
        {
            switch (property)
            {
                case Property.Message:
                    message = ReadMessage(ref reader);
                    break;
                case Property.Expiry:
                    expiry = ReadExpiry(ref reader);
                    break;
                case Property.PublishedAt:
                    published = reader.ReadMoment(property);
                    break;
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

    private static (string? Content, string? Type) ReadMessage<T>(ref T reader)
        where T : struct, IPropertyReader, allows ref struct
    {
        string? content = null, type = null;
        if (reader.BeginObject(Property.Message, out int cursor))
        {
            while (reader.NextProperty(ref cursor, out Property property))
            {
                switch (property)
                {
                    case Property.Content:
                        content = reader.ReadText(property);
                        break;
                    case Property.ContentType:
                        type = reader.ReadSharedText(property);
                        break;
                }
            }
        }

        return (content, type);
    }

    private static DateTimeTimeZone? ReadExpiry<T>(ref T reader)
        where T : struct, IPropertyReader, allows ref struct
    {
        if (!reader.BeginObject(Property.Expiry, out int cursor))
        {
            return null;
        }

        string? dateTime = null, timeZone = null;
        while (reader.NextProperty(ref cursor, out Property property))
        {
            switch (property)
            {
                case Property.DateTime:
                    dateTime = reader.ReadSharedText(property);
                    break;
                case Property.TimeZone:
                    timeZone = reader.ReadSharedText(property);
                    break;
            }
        }

        return new DateTimeTimeZone { DateTime = dateTime, TimeZone = timeZone };
    }
}
