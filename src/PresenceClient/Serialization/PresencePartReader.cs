using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>Reads the nested objects of a presence.</summary>
internal static class PresencePartReader
{
    public static OutOfOfficeSettings? ReadOutOfOffice(ref Utf8JsonReader reader)
    {
        if (!Json.IsObject(in reader, "outOfOfficeSettings"))
        {
            return null;
        }

        bool isOutOfOffice = false;
        string? message = null;
        while (Json.NextProperty(ref reader))
        {
            ReadOnlySpan<byte> name = Json.TakeName(ref reader);
            if (name.SequenceEqual("isOutOfOffice"u8))
            {
                isOutOfOffice = Json.ReadBoolean(in reader, "isOutOfOffice") == true;
            }
            else if (name.SequenceEqual("message"u8))
            {
                message = Json.ReadText(in reader, "message");
            }
            else
            {
                reader.Skip();
            }
        }

        return isOutOfOffice || message is not null
            ? new OutOfOfficeSettings { IsOutOfOffice = isOutOfOffice, Message = message }
            : OutOfOfficeSettings.NotOutOfOffice;
    }

    public static UserWorkLocation? ReadWorkLocation(ref Utf8JsonReader reader, ref ReadHints hints)
    {
        if (!Json.IsObject(in reader, "workLocation"))
        {
            return null;
        }

        string? type = null, source = null, placeId = null;
        while (Json.NextProperty(ref reader))
        {
            ReadOnlySpan<byte> name = Json.TakeName(ref reader);
            if (name.SequenceEqual("workLocationType"u8))
            {
                type = Json.ReadName<WorkLocationType>(in reader, "workLocationType");
            }
            else if (name.SequenceEqual("source"u8))
            {
                source = Json.ReadName<WorkLocationSource>(in reader, "source");
            }
            else if (name.SequenceEqual("placeId"u8))
            {
                placeId = hints.ReadShared(in reader, "placeId");
            }
            else
            {
                reader.Skip();
            }
        }

        return new UserWorkLocation { TypeText = type, SourceText = source, PlaceId = placeId };
    }
}
