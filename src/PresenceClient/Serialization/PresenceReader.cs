using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>
/// Reads presences: properties in any order, unknown ones skipped, the last of two wins, a missing or null one is null.
/// </summary>
internal static class PresenceReader
{
    /// <summary>Reads a body that is one presence.</summary>
    public static UserPresence ReadOne(ReadOnlySpan<byte> utf8)
    {
        Utf8JsonReader reader = Json.Start(utf8);
        UserPresence presence = Read(ref reader);
        Json.End(ref reader);
        return presence;
    }

    /// <summary>Reads the object that the reader stands on.</summary>
    public static UserPresence Read(ref Utf8JsonReader reader)
    {
        Json.RequireObject(in reader, "presence");
        string? id = null, availability = null, activity = null, sequenceNumber = null;
        PresenceStatusMessage? statusMessage = null;
        OutOfOfficeSettings? outOfOffice = null;
        UserWorkLocation? workLocation = null;
        while (Json.NextProperty(ref reader))
        {
            if (Json.TakeIf(ref reader, "id"u8))
            {
                id = Json.ReadText(in reader, "id");
            }
            else if (Json.TakeIf(ref reader, "availability"u8))
            {
                availability = Json.ReadName<PresenceAvailability>(in reader, "availability");
            }
            else if (Json.TakeIf(ref reader, "activity"u8))
            {
                activity = Json.ReadName<PresenceActivity>(in reader, "activity");
            }
            else if (Json.TakeIf(ref reader, "sequenceNumber"u8))
            {
                sequenceNumber = Json.ReadText(in reader, "sequenceNumber");
            }
            else if (Json.TakeIf(ref reader, "outOfOfficeSettings"u8))
            {
                outOfOffice = PresencePartReader.ReadOutOfOffice(ref reader);
            }
            else if (Json.TakeIf(ref reader, "statusMessage"u8))
            {
                statusMessage = StatusMessageReader.Read(ref reader);
            }
            else if (Json.TakeIf(ref reader, "workLocation"u8))
            {
                workLocation = PresencePartReader.ReadWorkLocation(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new UserPresence
        {
            Id = id ?? throw new JsonException("A presence has no 'id', so it cannot be told whose it is."),
            AvailabilityText = availability,
            ActivityText = activity,
            SequenceNumber = sequenceNumber,
            StatusMessage = statusMessage,
            OutOfOffice = outOfOffice,
            WorkLocation = workLocation,
        };
    }
}
