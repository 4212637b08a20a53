using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>
/// Reads presences. Properties can be in any order, unknown properties are skipped, the last of two equal properties
/// is kept, and a missing or null property becomes null.
/// </summary>
/// <remarks>
/// Every cloud returns <c>availability</c> and <c>activity</c>, which can be null. An object without both is not a
/// presence. An object with one of them is, because its value is useful.
/// </remarks>
internal static class PresenceReader
{
    /// <summary>Reads a body that is a presence.</summary>
    public static UserPresence ReadOne(ReadOnlySpan<byte> utf8)
    {
        Utf8JsonReader reader = Json.Start(utf8);
        ReadHints hints = default;
        UserPresence presence = Read(ref reader, ref hints, out _);
        Json.End(ref reader);
        return presence;
    }

    /// <summary>Reads a body that is the presence of the requested user.</summary>
    public static UserPresence ReadOne(ReadOnlySpan<byte> utf8, string id)
    {
        UserPresence presence = ReadOne(utf8);
        return presence.Id.Equals(id, StringComparison.OrdinalIgnoreCase)
            ? presence
            : throw new JsonException("The presence belongs to another user. Its 'id' must be the requested id.");
    }

    /// <summary>Reads the object at the reader's position.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="hints">The strings that can be shared.</param>
    /// <param name="place">The place of the id; <see cref="IdPlaces.None"/> if it was not requested.</param>
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
                ? "A presence has no 'id'. The property is required."
                : "An object has neither 'availability' nor 'activity'. A presence has at least one of them.");
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
