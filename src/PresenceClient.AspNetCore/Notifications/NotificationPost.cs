using System.Globalization;
using System.Text.Json;

namespace PresenceClient.AspNetCore.Notifications;

/// <summary>The body of a post, not validated.</summary>
/// <param name="Items">The items.</param>
/// <param name="Tokens">The validation tokens; null if there is no such property, or if it is null.</param>
internal sealed record NotificationPost(IReadOnlyList<NotificationItem> Items, IReadOnlyList<string>? Tokens)
{
    public bool IsEncrypted => Items.Any(item => item.Content is not null);

    /// <exception cref="PresenceNotificationException">The body is not a collection of notifications.</exception>
    public static NotificationPost Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = 16 });
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("value", out JsonElement value)
                || value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > NotificationLimits.MostItems)
            {
                throw Malformed();
            }

            return new NotificationPost(
                [.. value.EnumerateArray().Select(ReadItem)], ReadTokens(root));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The exception of the parser can quote the body.
            throw Malformed();
        }
    }

    private static string[]? ReadTokens(JsonElement root)
    {
        if (!root.TryGetProperty("validationTokens", out JsonElement tokens) || tokens.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return tokens.ValueKind == JsonValueKind.Array && tokens.GetArrayLength() <= NotificationLimits.MostTokens
            ? [.. tokens.EnumerateArray().Select(token => token.GetString() ?? throw Malformed())]
            : throw Malformed();
    }

    private static NotificationItem ReadItem(JsonElement item) => item.ValueKind != JsonValueKind.Object
        ? throw Malformed()
        : new NotificationItem
        {
            SubscriptionId = Text(item, "subscriptionId"),
            ClientState = Text(item, "clientState"),
            LifecycleEvent = Text(item, "lifecycleEvent"),
            NotificationId = Text(item, "id"),
            ExpiresAt = ReadTime(Text(item, "subscriptionExpirationDateTime")),
            UserId = ReadUserId(item),
            Content = ReadContent(item),
        };

    // The id of the entity, or else the end of the resource: older notifications had only one of them.
    private static string? ReadUserId(JsonElement item)
    {
        string? id = item.TryGetProperty("resourceData", out JsonElement data) && data.ValueKind == JsonValueKind.Object
            ? Text(data, "id")
            : null;
        id ??= Text(item, "resource") is { } resource ? resource[(resource.LastIndexOf('/') + 1)..] : null;
        return Guid.TryParseExact(id, "D", out _) ? id : null;
    }

    private static EncryptedContent? ReadContent(JsonElement item) =>
        item.TryGetProperty("encryptedContent", out JsonElement content) && content.ValueKind == JsonValueKind.Object
            ? new EncryptedContent(
                Text(content, "data") ?? "", Text(content, "dataSignature") ?? "", Text(content, "dataKey") ?? "",
                Text(content, "encryptionCertificateId") ?? "")
            : null;

    private static DateTimeOffset? ReadTime(string? text) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
        ? time.ToUniversalTime()
        : null;

    /// <summary>Reads a property that is a string; null for another one.</summary>
    internal static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static PresenceNotificationException Malformed() => new(
        PresenceNotificationFault.Malformed,
        "The body is not a collection of notifications. It must be JSON with an array 'value' of at most "
            + $"{NotificationLimits.MostItems} objects. Check that only Microsoft Graph posts to the address.");
}
