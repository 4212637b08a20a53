using System.Globalization;
using System.Text.Json;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Graph.Reads;

/// <summary>Writes presences as JSON.</summary>
internal static class PresenceJson
{
    /// <summary>The beginning of every context, regardless of the host of the request.</summary>
    public const string ContextRoot = "https://graph.microsoft.com/v1.0/$metadata#";

    public static readonly JsonEncodedText Context = JsonEncodedText.Encode("@odata.context");
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Availability = JsonEncodedText.Encode("availability");
    private static readonly JsonEncodedText Activity = JsonEncodedText.Encode("activity");
    private static readonly JsonEncodedText StatusMessage = JsonEncodedText.Encode("statusMessage");
    private static readonly JsonEncodedText Message = JsonEncodedText.Encode("message");
    private static readonly JsonEncodedText OutOfOfficeSettings = JsonEncodedText.Encode("outOfOfficeSettings");
    private static readonly JsonEncodedText Location = JsonEncodedText.Encode("workLocation");
    private static readonly JsonEncodedText SequenceNumber = JsonEncodedText.Encode("sequenceNumber");

    private static ReadOnlySpan<byte> UnsetLocation =>
        """{"source":"none","workLocationType":"unspecified","placeId":null}"""u8;

    public static void WriteProperties(
        Utf8JsonWriter writer, EmulatedUser user, OperationContext context, PresenceFields fields)
    {
        (VisiblePresence visible, long sequence) = context.Call.State.Read(user, context.Call.Now);
        if (fields.HasFlag(PresenceFields.Id))
        {
            writer.WriteString(Id, user.ObjectId);
        }

        WritePair(writer, visible.Pair, context, fields);
        if (fields.HasFlag(PresenceFields.StatusMessage))
        {
            WriteStatus(writer, visible.Status, user == context.Caller.User || context.Options.StatusTimesForEverybody);
        }

        if (fields.HasFlag(PresenceFields.OutOfOfficeSettings))
        {
            WriteOutOfOffice(writer, visible.OutOfOffice);
        }

        if (fields.HasFlag(PresenceFields.WorkLocation))
        {
            WriteLocation(writer, visible.Location, context.Options.UnsetWorkLocationIsNull);
        }

        if (fields.HasFlag(PresenceFields.SequenceNumber))
        {
            WriteSequence(writer, sequence);
        }
    }

    /// <summary>Writes the presence of an unknown user.</summary>
    public static void WriteUnknown(
        Utf8JsonWriter writer, string? id, OperationContext context, PresenceFields fields)
    {
        if (fields.HasFlag(PresenceFields.Id))
        {
            writer.WriteString(Id, id);
        }

        WritePair(writer, EmulatedPair.Unknown, context, fields);
        if (fields.HasFlag(PresenceFields.StatusMessage))
        {
            writer.WriteNull(StatusMessage);
        }

        if (fields.HasFlag(PresenceFields.OutOfOfficeSettings))
        {
            WriteOutOfOffice(writer, null);
        }

        if (fields.HasFlag(PresenceFields.WorkLocation))
        {
            writer.WriteNull(Location);
        }

        if (fields.HasFlag(PresenceFields.SequenceNumber))
        {
            writer.WriteNull(SequenceNumber);
        }
    }

    private static void WritePair(
        Utf8JsonWriter writer, EmulatedPair pair, OperationContext context, PresenceFields fields)
    {
        if (fields.HasFlag(PresenceFields.Availability))
        {
            writer.WriteString(Availability, Spell(pair.Availability, context));
        }

        if (fields.HasFlag(PresenceFields.Activity))
        {
            writer.WriteString(Activity, Spell(pair.Activity, context));
        }
    }

    private static string Spell(string value, OperationContext context) =>
        context.Options.CamelCaseValues ? JsonNamingPolicy.CamelCase.ConvertName(value) : value;

    /// <summary>Writes the status message. Only its owner sees when it was published and when it expires.</summary>
    private static void WriteStatus(Utf8JsonWriter writer, StatusMessage? status, bool withTimes)
    {
        if (status is null)
        {
            writer.WriteNull(StatusMessage);
            return;
        }

        writer.WriteStartObject(StatusMessage);
        writer.WriteStartObject(Message);
        writer.WriteString("content"u8, status.Content);
        writer.WriteString("contentType"u8, "text"u8);
        writer.WriteEndObject();
        if (withTimes)
        {
            WriteStatusTimes(writer, status);
        }

        writer.WriteEndObject();
    }

    private static void WriteStatusTimes(Utf8JsonWriter writer, StatusMessage status)
    {
        const string SevenDigits = "yyyy-MM-dd'T'HH:mm:ss.fffffff";
        writer.WriteString(
            "publishedDateTime"u8, status.PublishedAt.ToString(SevenDigits + "'Z'", CultureInfo.InvariantCulture));
        if (!status.Expires)
        {
            writer.WriteNull("expiryDateTime"u8);
            return;
        }

        writer.WriteStartObject("expiryDateTime"u8);
        writer.WriteString("dateTime"u8, status.ExpiresAt.ToString(SevenDigits, CultureInfo.InvariantCulture));
        writer.WriteString("timeZone"u8, "UTC"u8);
        writer.WriteEndObject();
    }

    private static void WriteOutOfOffice(Utf8JsonWriter writer, OutOfOffice? outOfOffice)
    {
        if (outOfOffice is null)
        {
            WriteConstant(writer, OutOfOfficeSettings, """{"message":null,"isOutOfOffice":false}"""u8);
            return;
        }

        writer.WriteStartObject(OutOfOfficeSettings);
        writer.WriteString(Message, outOfOffice.Message);
        writer.WriteBoolean("isOutOfOffice"u8, true);
        writer.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter writer, WorkLocation? location, bool unsetIsNull)
    {
        if (location is null)
        {
            WriteConstant(writer, Location, unsetIsNull ? "null"u8 : UnsetLocation);
            return;
        }

        writer.WriteStartObject(Location);
        writer.WriteString("source"u8, location.Source);
        writer.WriteString("workLocationType"u8, location.Type);
        writer.WriteString("placeId"u8, location.PlaceId);
        writer.WriteEndObject();
    }

    /// <summary>Writes the parts that most entries of a bulk read have in common in one piece.</summary>
    private static void WriteConstant(Utf8JsonWriter writer, JsonEncodedText name, ReadOnlySpan<byte> json)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(json, skipInputValidation: true);
    }

    /// <summary>
    /// Formats a sequence number as a letter and ten digits, so that the ordinal order is the order of changes.
    /// </summary>
    private static void WriteSequence(Utf8JsonWriter writer, long sequence)
    {
        Span<byte> stamp = stackalloc byte[11];
        stamp[0] = (byte)'A';
        // Only a simulation of thousands of years at full speed exceeds this number, and then keeps the last one.
        Math.Min(sequence, 9_999_999_999).TryFormat(stamp[1..], out _, "D10", CultureInfo.InvariantCulture);
        writer.WriteString(SequenceNumber, stamp);
    }
}
