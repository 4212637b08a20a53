using System.Text.Json;

namespace PresenceClient.Soak.Wire.Tenant;

/// <summary>
/// Writes presences as the service can: in any order of properties, with unknown properties between them.
/// </summary>
internal static class PresenceJson
{
    public static void Write(Utf8JsonWriter json, UserPresence presence, Random random)
    {
        bool idFirst = random.Chance(0.8);
        json.WriteStartObject();
        if (idFirst)
        {
            json.WriteString("id", presence.Id);
        }

        json.WriteString("availability", presence.AvailabilityText);
        json.WriteString("activity", presence.ActivityText);
        json.WriteString("sequenceNumber", presence.SequenceNumber);
        WriteMessage(json, presence.StatusMessage);
        if (random.Chance(0.2))
        {
            json.WriteRawValueOf("newIn2031", """{"id":"x","deep":[{"availability":1},null,true]}""");
        }

        WriteOutOfOffice(json, presence.OutOfOffice);
        WriteWorkLocation(json, presence.WorkLocation);
        if (!idFirst)
        {
            json.WriteString("id", presence.Id);
        }

        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, PresenceStatusMessage? message)
    {
        if (message is null)
        {
            json.WriteNull("statusMessage");
            return;
        }

        json.WriteStartObject("statusMessage");
        json.WriteStartObject("message");
        json.WriteString("content", message.Content);
        json.WriteString("contentType", message.ContentType);
        json.WriteEndObject();
        if (message.Expiry is { } expiry)
        {
            json.WriteStartObject("expiryDateTime");
            json.WriteString("dateTime", expiry.DateTime);
            json.WriteString("timeZone", expiry.TimeZone);
            json.WriteEndObject();
        }

        if (message.PublishedAt is { } published)
        {
            json.WriteString("publishedDateTime", published);
        }

        json.WriteEndObject();
    }

    private static void WriteOutOfOffice(Utf8JsonWriter json, OutOfOfficeSettings? settings)
    {
        if (settings is not null)
        {
            json.WriteStartObject("outOfOfficeSettings");
            json.WriteString("message", settings.Message);
            json.WriteBoolean("isOutOfOffice", settings.IsOutOfOffice);
            json.WriteEndObject();
        }
    }

    private static void WriteWorkLocation(Utf8JsonWriter json, UserWorkLocation? location)
    {
        if (location is not null)
        {
            json.WriteStartObject("workLocation");
            json.WriteString("source", location.SourceText);
            json.WriteString("workLocationType", location.TypeText);
            json.WriteString("placeId", location.PlaceId);
            json.WriteEndObject();
        }
    }

    private static void WriteRawValueOf(this Utf8JsonWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value, skipInputValidation: true);
    }
}
