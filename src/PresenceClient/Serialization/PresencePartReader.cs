using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>Reads the two small objects of a presence.</summary>
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
            if (Json.TakeIf(ref reader, "isOutOfOffice"u8))
            {
                isOutOfOffice = Json.ReadBoolean(in reader, "isOutOfOffice") == true;
            }
            else if (Json.TakeIf(ref reader, "message"u8))
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

    public static UserWorkLocation? ReadWorkLocation(ref Utf8JsonReader reader)
    {
        if (!Json.IsObject(in reader, "workLocation"))
        {
            return null;
        }

        string? type = null, source = null, placeId = null;
        while (Json.NextProperty(ref reader))
        {
            if (Json.TakeIf(ref reader, "workLocationType"u8))
            {
                type = Json.ReadName<WorkLocationType>(in reader, "workLocationType");
            }
            else if (Json.TakeIf(ref reader, "source"u8))
            {
                source = Json.ReadName<WorkLocationSource>(in reader, "source");
            }
            else if (Json.TakeIf(ref reader, "placeId"u8))
            {
                placeId = Json.ReadText(in reader, "placeId");
            }
            else
            {
                reader.Skip();
            }
        }

        return new UserWorkLocation { TypeText = type, SourceText = source, PlaceId = placeId };
    }
}
