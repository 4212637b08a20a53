using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>
/// Reads presences: properties in any order, unknown ones skipped, the last of two wins, a missing or null one is null.
/// </summary>
/// <remarks>
/// Every cloud sends <c>availability</c> and <c>activity</c>, which can be null. An object with neither is no presence;
/// one with one of them is, since what it says is of use.
/// </remarks>
internal static class PresenceReader
{
    /// <summary>Reads a body that is one presence.</summary>
    public static UserPresence ReadOne(ReadOnlySpan<byte> utf8)
    {
        Utf8JsonReader reader = Json.Start(utf8);
        ReadHints hints = default;
        UserPresence presence = Read(ref reader, ref hints, out _);
        Json.End(ref reader);
        return presence;
    }

    /// <summary>Reads a body that is the presence of the user who was asked for.</summary>
    public static UserPresence ReadOne(ReadOnlySpan<byte> utf8, string id)
    {
        UserPresence presence = ReadOne(utf8);
        return presence.Id.Equals(id, StringComparison.OrdinalIgnoreCase)
            ? presence
            : throw new JsonException("The presence is another user's. Its 'id' must be the one that was asked for.");
    }

    /// <summary>Reads the object that the reader stands on.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="hints">What saves strings.</param>
    /// <param name="place">The place of the id; <see cref="IdPlaces.None"/> if it was not asked for.</param>
    public static UserPresence Read(ref Utf8JsonReader reader, ref ReadHints hints, out int place)
    {
        Json.RequireObject(in reader, "presence");
        string? id = null, availability = null, activity = null, sequenceNumber = null;
        PresenceStatusMessage? statusMessage = null;
        OutOfOfficeSettings? outOfOffice = null;
        UserWorkLocation? workLocation = null;
        place = IdPlaces.None;
        bool isPresence = false;
        while (Json.NextProperty(ref reader))
        {
            ReadOnlySpan<byte> name = Json.TakeName(ref reader);
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = hints.ReadId(in reader, out place);
                    break;
                case 8 when name.SequenceEqual("activity"u8):
                    activity = Json.ReadName<PresenceActivity>(in reader, "activity");
                    isPresence = true;
                    break;
                case 12 when name.SequenceEqual("availability"u8):
                    availability = Json.ReadName<PresenceAvailability>(in reader, "availability");
                    isPresence = true;
                    break;
                case 12 when name.SequenceEqual("workLocation"u8):
                    workLocation = PresencePartReader.ReadWorkLocation(ref reader, ref hints);
                    break;
                case 13 when name.SequenceEqual("statusMessage"u8):
                    statusMessage = StatusMessageReader.Read(ref reader, ref hints);
                    break;
                case 14 when name.SequenceEqual("sequenceNumber"u8):
                    sequenceNumber = Json.ReadText(in reader, "sequenceNumber");
                    break;
                case 19 when name.SequenceEqual("outOfOfficeSettings"u8):
                    outOfOffice = PresencePartReader.ReadOutOfOffice(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (id is null || !isPresence)
        {
            throw new JsonException(id is null
                ? "A presence has no 'id'. It must say whose presence it is."
                : "An object has neither 'availability' nor 'activity'. A presence must have them.");
        }

        return new UserPresence
        {
            Id = id,
            AvailabilityText = availability,
            ActivityText = activity,
            SequenceNumber = sequenceNumber,
            StatusMessage = statusMessage,
            OutOfOffice = outOfOffice,
            WorkLocation = workLocation,
        };
    }
}
