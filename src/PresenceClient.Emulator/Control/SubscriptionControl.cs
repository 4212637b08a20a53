using System.Text.Json;
using PresenceClient.Emulator.Identity;
using PresenceClient.Emulator.Notifications;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Control;

/// <summary>
/// Serves the control calls for subscriptions: list them, ask for reauthorization, and roll the keys.
/// </summary>
internal static class SubscriptionControl
{
    public static ControlRoute[] Routes(Tenant tenant, NotificationService notifications, SigningKeys keys) =>
    [
        new("GET", "subscriptions", _ => ControlAnswer.Json(
            writer => Write(writer, tenant.State.Subscriptions.At(tenant.Now)))),
        new("POST", "subscriptions/reauthorize", _ =>
        {
            notifications.RequireReauthorization();
            return ControlAnswer.Done;
        }),
        new("POST", "keys/roll", _ =>
        {
            keys.Roll();
            return ControlAnswer.Done;
        }),
    ];

    private static void Write(Utf8JsonWriter writer, Subscription[] subscriptions)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("value");
        foreach (Subscription one in subscriptions)
        {
            writer.WriteStartObject();
            writer.WriteString("id", one.Id);
            writer.WriteString("application", one.ApplicationId);
            writer.WriteString("user", one.Creator.Id);
            writer.WriteNumber("users", one.UserIds.Count);
            writer.WriteString("notificationUrl", one.NotificationUrl.OriginalString);
            writer.WriteString("expires", NotificationWriter.Time(one.ExpiresAt));
            writer.WriteBoolean("deaf", one.IsDeaf);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
