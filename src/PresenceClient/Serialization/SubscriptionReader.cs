using System.Globalization;
using System.Text.Json;

namespace PresenceClient.Serialization;

/// <summary>Reads subscriptions. Unknown properties are skipped.</summary>
internal static class SubscriptionReader
{
    /// <summary>Reads a body that is a subscription.</summary>
    public static PresenceSubscription ReadOne(ReadOnlySpan<byte> utf8)
    {
        Utf8JsonReader reader = Json.Start(utf8);
        PresenceSubscription subscription = Read(ref reader);
        Json.End(ref reader);
        return subscription;
    }

    /// <summary>Reads the object at the reader's position.</summary>
    public static PresenceSubscription Read(ref Utf8JsonReader reader)
    {
        Json.RequireObject(in reader, "subscription");
        var texts = new Dictionary<string, string?>();
        bool includesData = false;
        while (Json.NextProperty(ref reader))
        {
            string name = System.Text.Encoding.UTF8.GetString(Json.TakeName(ref reader));
            if (name == "includeResourceData")
            {
                includesData = Json.ReadBoolean(in reader, name) ?? false;
            }
            else if (reader.TokenType is JsonTokenType.String or JsonTokenType.Null)
            {
                texts[name] = Json.ReadText(in reader, name);
            }
            else
            {
                reader.Skip();
            }
        }

        string resource = Required(texts, "resource");
        return new PresenceSubscription
        {
            Id = Required(texts, "id"),
            Resource = resource,
            UserIds = PresenceResource.IsPresence(resource) ? PresenceResource.IdsIn(resource) : [],
            ExpiresAt = ReadTime(texts.GetValueOrDefault("expirationDateTime")),
            NotificationUrl = ReadAddress(texts.GetValueOrDefault("notificationUrl")),
            LifecycleNotificationUrl = ReadAddress(texts.GetValueOrDefault("lifecycleNotificationUrl")),
            ClientState = texts.GetValueOrDefault("clientState"),
            IncludesPresence = includesData,
            CertificateId = texts.GetValueOrDefault("encryptionCertificateId"),
            ApplicationId = texts.GetValueOrDefault("applicationId"),
            CreatorId = texts.GetValueOrDefault("creatorId"),
        };
    }

    private static string Required(Dictionary<string, string?> texts, string name) =>
        texts.GetValueOrDefault(name)
            ?? throw new JsonException($"A subscription has no '{name}'. The property is required.");

    private static Uri? ReadAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address) ? address : null;

    private static DateTimeOffset? ReadTime(string? text) =>
        text is null ? null
        : DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time.ToUniversalTime()
            : throw new JsonException("The property 'expirationDateTime' must be a time.");
}
