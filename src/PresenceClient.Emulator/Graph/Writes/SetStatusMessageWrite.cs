using System.Text.Json;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph.Writes;

/// <summary>
/// Serves setStatusMessage: plain text, with an expiry in any time zone. An empty text removes the message.
/// </summary>
internal static class SetStatusMessageWrite
{
    private static readonly BodyType Message = BodyType.Schema(
        "presenceStatusMessage",
        ("message", BodyType.Schema("itemBody", ("content", null), ("contentType", null))),
        ("expiryDateTime", BodyType.Schema("dateTimeTimeZone", ("dateTime", null), ("timeZone", null))),
        ("publishedDateTime", null));

    public static readonly WriteOperation Operation = new("setStatusMessage", Read, ("statusMessage", Message));

    private static Outcome<EmulatedWrite> Read(OperationContext context, GraphBody body)
    {
        if (WriteFields.ReadObject(body.Root, "statusMessage", out JsonElement status) is { } badStatus)
        {
            return badStatus;
        }

        if (status.ValueKind == JsonValueKind.Undefined)
        {
            return EmulatedError.Required("StatusMessage");
        }

        if (!ReadContent(status).Succeeded(out string? content, out EmulatedError? error))
        {
            return error;
        }

        if (WriteFields.ReadObject(status, "expiryDateTime", out JsonElement expiry) is { } badExpiry)
        {
            return badExpiry;
        }

        DateTime? expiresAt = null;
        if (expiry.ValueKind == JsonValueKind.Object && ZonedTime.Read(expiry, out expiresAt) is { } badTime)
        {
            return badTime;
        }

        return (EmulatedWrite)(presence =>
        {
            presence.SetStatus(content, expiresAt);
            return null;
        });
    }

    private static Outcome<string> ReadContent(JsonElement status)
    {
        if (WriteFields.ReadObject(status, "message", out JsonElement message) is { } badMessage)
        {
            return badMessage;
        }

        if (message.ValueKind == JsonValueKind.Undefined)
        {
            return EmulatedError.Required("Message");
        }

        if (!GraphBody.OptionalText(message, "contentType").Succeeded(out string? type, out EmulatedError? error))
        {
            return error;
        }

        // Documented: only text is supported, although the schema also has html.
        if (type is not ("" or "text"))
        {
            return EmulatedError.InvalidValue("ContentType");
        }

        return GraphBody.OptionalText(message, "content");
    }
}
