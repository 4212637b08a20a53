using System.Text.Json;
using System.Xml;
using PresenceClient.Emulator.Protocol;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Graph.Writes;

/// <summary>Reads the fields that several writes share.</summary>
internal static class WriteFields
{
    public const string ExpirationDuration = "ExpirationDuration";

    /// <summary>Reads the session id, which must be the calling application's id unless an option lifts that.</summary>
    public static Outcome<string> SessionId(OperationContext context, GraphBody body)
    {
        if (!body.RequiredText("sessionId").Succeeded(out string? id, out EmulatedError? error))
        {
            return error;
        }

        bool own = id.Equals(context.Caller.ClientId, StringComparison.OrdinalIgnoreCase);
        return own || context.Options.AcceptAnySessionId
            ? id
            : EmulatedError.InvalidArgument("The provided [SessionId] is not the id of the calling application.");
    }

    /// <summary>Reads availability and activity, which must be one of the valid pairs.</summary>
    public static EmulatedError? ReadPair(
        OperationContext context, GraphBody body, EmulatedPair[] legal, out EmulatedPair pair)
    {
        pair = default;
        if (!body.RequiredText("availability").Succeeded(out string? availability, out EmulatedError? error))
        {
            return error;
        }

        if (!body.RequiredText("activity").Succeeded(out string? activity, out error))
        {
            return error;
        }

        EmulatedPair? found =
            PresenceVocabulary.Find(legal, availability, activity, context.Options.IgnoreCaseOfValues);
        pair = found.GetValueOrDefault();
        return found is null
            ? EmulatedError.InvalidArgument(
                "The provided [Availability] and [Activity] are not a supported combination.")
            : null;
    }

    /// <summary>Reads the duration of a session or a preferred presence; null if the body has none.</summary>
    public static EmulatedError? ReadExpiration(GraphBody body, out TimeSpan? duration) =>
        ReadDuration(body.Root, "expirationDuration", out duration);

    /// <summary>
    /// Reads an ISO 8601 duration; null if it is missing. Edm.Duration has no years, months or weeks.
    /// </summary>
    public static EmulatedError? ReadDuration(JsonElement parent, string property, out TimeSpan? duration)
    {
        duration = null;
        if (!GraphBody.OptionalText(parent, property).Succeeded(out string? text, out EmulatedError? error))
        {
            return error;
        }

        if (text.Length == 0)
        {
            return null;
        }

        string days = text.Split('T')[0];
        if (days.Contains('Y', StringComparison.Ordinal) || days.Contains('M', StringComparison.Ordinal))
        {
            return EmulatedError.InvalidValue(GraphBody.FieldName(property));
        }

        try
        {
            duration = XmlConvert.ToTimeSpan(text);
            return null;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return EmulatedError.InvalidValue(GraphBody.FieldName(property));
        }
    }

    /// <summary>Reads a property that is an object; its kind is Undefined if it is missing or null.</summary>
    public static EmulatedError? ReadObject(JsonElement parent, string property, out JsonElement value)
    {
        if (!parent.TryGetProperty(property, out value) || value.ValueKind == JsonValueKind.Null)
        {
            value = default;
        }

        return value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Object
            ? null
            : EmulatedError.InvalidValue(GraphBody.FieldName(property));
    }
}
