using System.Globalization;
using System.Text.Json;
using PresenceClient.Emulator.Graph.Writes;
using PresenceClient.Emulator.Notifications;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Control;

/// <summary>Advances the tenant's clock.</summary>
internal static class ClockControl
{
    public static ControlRoute[] Routes(Tenant tenant, NotificationService notifications) =>
        [new("POST", "clock", call => call.WithBody(["advance"], body => Advance(tenant, notifications, body)))];

    public static void WriteNow(Utf8JsonWriter writer, DateTime now) =>
        writer.WriteString("now", now.ToString("O", CultureInfo.InvariantCulture));

    private static ControlAnswer Advance(Tenant tenant, NotificationService notifications, JsonElement body)
    {
        if (WriteFields.ReadDuration(body, "advance", out TimeSpan? read) is not null || read is not { } time)
        {
            return ControlAnswer.Bad("'advance' must be an ISO 8601 duration, for example PT5M.");
        }

        if (tenant.TryAdvance(time, out DateTime now) is { } refusal)
        {
            return ControlAnswer.Bad($"'advance' is out of range: {refusal}");
        }

        notifications.Wake();
        return ControlAnswer.Json(writer =>
        {
            writer.WriteStartObject();
            WriteNow(writer, now);
            writer.WriteEndObject();
        });
    }
}
