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
    public static UserPresence ReadOne(ReadOnlySpan<byte> utf8) => ReadStrictly(utf8, id: null);

    /// <summary>Reads a body that is the presence of the requested user.</summary>
    public static UserPresence ReadOne(ReadOnlySpan<byte> utf8, string id)
    {
        UserPresence presence = ReadStrictly(utf8, id);
        return presence.Id.Equals(id, StringComparison.OrdinalIgnoreCase)
            ? presence
            : throw new JsonException("The presence belongs to another user. Its 'id' must be the requested id.");
    }

    /// <summary>Reads the object at the reader's position.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="place">The place of the id; <see cref="IdPlaces.None"/> if it was not requested.</param>
    /// <returns>The presence; null if the reader has failed.</returns>
    public static UserPresence? Read<T>(ref T reader, out int place)
        where T : struct, IPropertyReader, allows ref struct
    {
        string? id = null, availability = null, activity = null, sequenceNumber = null;
        PresenceStatusMessage? statusMessage = null;
        OutOfOfficeSettings? outOfOffice = null;
        UserWorkLocation? workLocation = null;
        place = IdPlaces.None;
        bool isPresence = false;
        reader.Begin(out int cursor);
        while (reader.NextProperty(ref cursor, out Property property))
        {
            switch (property)
            {
                case Property.Id:
                    id = reader.ReadId(out place);
                    break;
                case Property.Availability:
                    availability = reader.ReadName<PresenceAvailability>(property);
                    isPresence = true;
                    break;
                case Property.Activity:
                    activity = reader.ReadName<PresenceActivity>(property);
                    isPresence = true;
                    break;
                case Property.StatusMessage:
                    statusMessage = StatusMessageReader.Read(ref reader);
                    break;
                case Property.OutOfOffice:
                    outOfOffice = PresencePartReader.ReadOutOfOffice(ref reader);
                    break;
                case Property.WorkLocation:
                    workLocation = PresencePartReader.ReadWorkLocation(ref reader);
                    break;
                case Property.SequenceNumber:
                    sequenceNumber = reader.ReadText(property);
                    break;
            }
        }

        if (reader.HasFailed)
        {
            return null;
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

    private static UserPresence ReadStrictly(ReadOnlySpan<byte> utf8, string? id)
    {
        var strict = new StrictReader(Json.Start(utf8), hints: null) { RequestedId = id };
        UserPresence presence = Read(ref strict, out _)!;
        Utf8JsonReader reader = strict.Reader;
        Json.End(ref reader);
        return presence;
    }
}
