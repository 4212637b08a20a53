using System.Globalization;
using System.Text.Json;
using PresenceClient.Emulator.Identity;
using PresenceClient.Emulator.Protocol;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Notifications;

/// <summary>Writes the body of a post to a subscriber.</summary>
internal sealed class NotificationWriter(Tenant tenant, ValidationTokenIssuer tokens)
{
    private const string Type = "#microsoft.graph.presence";

    public byte[] Render(IReadOnlyList<NotificationItem> items) => JsonBody.Render(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("value");
        foreach (NotificationItem item in items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
        WriteTokens(writer, items);
        writer.WriteEndObject();
    });

    public static string Time(DateTime time) => time.ToString("O", CultureInfo.InvariantCulture);

    private void Write(Utf8JsonWriter writer, NotificationItem item)
    {
        Subscription subscription = item.Subscription;
        writer.WriteStartObject();
        writer.WriteString("id", item.Id);
        writer.WriteString("subscriptionId", subscription.Id);
        writer.WriteString("subscriptionExpirationDateTime", Time(subscription.ExpiresAt));
        writer.WriteString("clientState", subscription.ClientState);
        writer.WriteString("tenantId", tenant.Id);
        if (item.Change is { } change)
        {
            WriteChange(writer, item, change);
        }
        else
        {
            writer.WriteString("lifecycleEvent", "reauthorizationRequired");
        }

        writer.WriteEndObject();
    }

    private void WriteChange(Utf8JsonWriter writer, NotificationItem item, SeenChange change)
    {
        writer.WriteString("organizationId", tenant.Id);
        writer.WriteString("changeType", "updated");
        writer.WriteString("resource", change.Resource);
        writer.WriteStartObject("resourceData");
        WriteEntity(writer, change);
        writer.WriteEndObject();
        if (item.Subscription.IncludesResourceData)
        {
            byte[] content = JsonBody.Render(inner =>
            {
                inner.WriteStartObject();
                WriteEntity(inner, change);
                inner.WriteString("availability", Spell(change.Pair.Availability));
                inner.WriteString("activity", Spell(change.Pair.Activity));
                inner.WriteEndObject();
            });
            ContentCipher.Write(writer, content, item.Subscription, item.Damage);
        }
    }

    private static void WriteEntity(Utf8JsonWriter writer, SeenChange change)
    {
        writer.WriteString("@odata.type", Type);
        writer.WriteString("@odata.id", $"users/{change.User.Id}/presence");
        writer.WriteString("id", change.User.Id);
    }

    private string Spell(string value) =>
        tenant.Options.CamelCaseValues ? JsonNamingPolicy.CamelCase.ConvertName(value) : value;

    /// <summary>Writes a token for each application in the post, if anything in it is encrypted.</summary>
    private void WriteTokens(Utf8JsonWriter writer, IReadOnlyList<NotificationItem> items)
    {
        string[] applications =
        [
            .. items.Where(item => item.Change is not null && item.Subscription.IncludesResourceData)
                .Select(item => item.Subscription.ApplicationId).Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        if (applications.Length == 0)
        {
            return;
        }

        NotificationDamage damage = items[0].TokenDamage;
        if (damage == NotificationDamage.NoTokens)
        {
            writer.WriteNull("validationTokens");
            return;
        }

        writer.WriteStartArray("validationTokens");
        foreach (string application in applications)
        {
            string audience =
                damage == NotificationDamage.WrongAudience ? Guid.NewGuid().ToString() : application;
            writer.WriteStringValue(tokens.Issue(audience, isExpired: damage == NotificationDamage.ExpiredToken));
        }

        writer.WriteEndArray();
    }
}
