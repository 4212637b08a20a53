namespace PresenceClient.Redis;

/// <summary>A presence as bytes, without the id: about 40 bytes if it has no texts of the user.</summary>
internal static class PresenceCodec
{
    private const byte Missing = 0;
    private const byte Known = 1;
    private const byte HasStatusMessage = 2;
    private const byte HasExpiry = 4;
    private const byte HasPublishedAt = 8;
    private const byte HasOutOfOffice = 16;
    private const byte IsOutOfOffice = 32;
    private const byte HasWorkLocation = 64;

    /// <summary>Writes a presence; null for a user who is missing.</summary>
    public static void Write(ByteWriter writer, UserPresence? presence)
    {
        if (presence is null)
        {
            writer.Byte(Missing);
            return;
        }

        PresenceStatusMessage? message = presence.StatusMessage;
        writer.Byte((byte)(Known
            | (message is null ? 0 : HasStatusMessage)
            | (message?.Expiry is null ? 0 : HasExpiry)
            | (message?.PublishedAt is null ? 0 : HasPublishedAt)
            | (presence.OutOfOffice is null ? 0 : HasOutOfOffice)
            | (presence.OutOfOffice?.IsOutOfOffice == true ? IsOutOfOffice : 0)
            | (presence.WorkLocation is null ? 0 : HasWorkLocation)));
        writer.Text(presence.AvailabilityText);
        writer.Text(presence.ActivityText);
        writer.Text(presence.SequenceNumber);
        if (message is not null)
        {
            Write(writer, message);
        }

        if (presence.OutOfOffice is { } outOfOffice)
        {
            writer.Text(outOfOffice.Message);
        }

        if (presence.WorkLocation is { } location)
        {
            writer.Text(location.TypeText);
            writer.Text(location.SourceText);
            writer.Text(location.PlaceId);
        }
    }

    /// <summary>Reads a presence; null for a user who is missing.</summary>
    public static UserPresence? Read(ref ByteReader reader, Guid id)
    {
        byte flags = reader.Byte();
        return flags == Missing ? null : new UserPresence
        {
            Id = id.ToString(),
            AvailabilityText = Name<PresenceAvailability>(ref reader),
            ActivityText = Name<PresenceActivity>(ref reader),
            SequenceNumber = reader.Text(),
            StatusMessage = (flags & HasStatusMessage) == 0 ? null : ReadMessage(ref reader, flags),
            OutOfOffice = (flags & HasOutOfOffice) == 0 ? null : ReadOutOfOffice(ref reader, flags),
            WorkLocation = (flags & HasWorkLocation) == 0 ? null : new UserWorkLocation
            {
                TypeText = Name<WorkLocationType>(ref reader),
                SourceText = Name<WorkLocationSource>(ref reader),
                PlaceId = reader.Text(),
            },
        };
    }

    private static void Write(ByteWriter writer, PresenceStatusMessage message)
    {
        writer.Text(message.Content);
        writer.Text(message.ContentType);
        if (message.Expiry is { } expiry)
        {
            writer.Text(expiry.DateTime);
            writer.Text(expiry.TimeZone);
        }

        if (message.PublishedAt is { } publishedAt)
        {
            writer.Fixed(publishedAt.Ticks);
            writer.Fixed(publishedAt.Offset.Ticks);
        }
    }

    private static PresenceStatusMessage ReadMessage(ref ByteReader reader, byte flags) => new()
    {
        Content = reader.Text(),
        ContentType = reader.Text(),
        Expiry = (flags & HasExpiry) == 0 ? null : new DateTimeTimeZone
        {
            DateTime = reader.Text(),
            TimeZone = reader.Text(),
        },
        PublishedAt = (flags & HasPublishedAt) == 0 ? null : reader.Moment(),
    };

    private static OutOfOfficeSettings ReadOutOfOffice(ref ByteReader reader, byte flags)
    {
        string? message = reader.Text();
        bool isOut = (flags & IsOutOfOffice) != 0;
        return !isOut && message is null
            ? OutOfOfficeSettings.NotOutOfOffice
            : new OutOfOfficeSettings { IsOutOfOffice = isOut, Message = message };
    }

    // A known spelling is one shared string, as in answers of the service.
    private static string? Name<T>(ref ByteReader reader) where T : struct, Enum =>
        reader.Utf8(out ReadOnlySpan<byte> utf8)
            ? WireNames<T>.Find(utf8) ?? System.Text.Encoding.UTF8.GetString(utf8)
            : null;
}
