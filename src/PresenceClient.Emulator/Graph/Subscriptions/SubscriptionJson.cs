using System.Text.Json;
using PresenceClient.Emulator.Graph.Reads;
using PresenceClient.Emulator.Notifications;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Graph.Subscriptions;

/// <summary>Writes subscriptions as JSON. The certificate is not returned.</summary>
internal static class SubscriptionJson
{
    private const string Context = PresenceJson.ContextRoot + "subscriptions";

    public static void WriteOne(Utf8JsonWriter writer, Subscription subscription)
    {
        writer.WriteStartObject();
        writer.WriteString(PresenceJson.Context, Context + "/$entity");
        WriteProperties(writer, subscription);
        writer.WriteEndObject();
    }

    public static void WriteAll(Utf8JsonWriter writer, IEnumerable<Subscription> subscriptions)
    {
        writer.WriteStartObject();
        writer.WriteString(PresenceJson.Context, Context);
        writer.WriteStartArray("value");
        foreach (Subscription subscription in subscriptions)
        {
            writer.WriteStartObject();
            WriteProperties(writer, subscription);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter writer, Subscription subscription)
    {
        writer.WriteString("id", subscription.Id);
        writer.WriteString("resource", subscription.Resource);
        writer.WriteString("applicationId", subscription.ApplicationId);
        writer.WriteString("changeType", "updated");
        writer.WriteString("clientState", subscription.ClientState);
        writer.WriteString("notificationUrl", subscription.NotificationUrl.OriginalString);
        writer.WriteString("lifecycleNotificationUrl", subscription.LifecycleNotificationUrl?.OriginalString);
        writer.WriteString("expirationDateTime", NotificationWriter.Time(subscription.ExpiresAt));
        writer.WriteString("creatorId", subscription.Creator.Id);
        writer.WriteString("latestSupportedTlsVersion", subscription.TlsVersion);
        writer.WriteString("notificationContentType", "application/json");
        writer.WriteBoolean("includeResourceData", subscription.IncludesResourceData);
        writer.WriteString("encryptionCertificateId", subscription.CertificateId);
    }
}
