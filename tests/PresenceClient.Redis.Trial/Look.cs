using System.Text.Json;

namespace PresenceClient.Redis.Trial;

/// <summary>
/// The visible content of a presence, as a number that is the same for the service's answer and a reader.
/// </summary>
internal static class Look
{
    /// <summary>The look of a presence from the client.</summary>
    public static long Of(UserPresence presence) => Hash(
        presence.AvailabilityText,
        presence.ActivityText,
        presence.StatusMessage?.Content,
        presence.OutOfOffice?.IsOutOfOffice.ToString(),
        presence.OutOfOffice?.Message,
        presence.WorkLocation?.TypeText,
        presence.WorkLocation?.PlaceId);

    /// <summary>The look of an entry of an answer, read without the client.</summary>
    public static long Of(JsonElement entry) => Hash(
        Text(entry, "availability"),
        Text(entry, "activity"),
        Text(Part(Part(entry, "statusMessage"), "message"), "content"),
        Part(Part(entry, "outOfOfficeSettings"), "isOutOfOffice") is { } isOut ? $"{isOut.GetBoolean()}" : null,
        Text(Part(entry, "outOfOfficeSettings"), "message"),
        Text(Part(entry, "workLocation"), "workLocationType"),
        Text(Part(entry, "workLocation"), "placeId"));

    private static JsonElement? Part(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } whole && whole.TryGetProperty(name, out JsonElement part)
            && part.ValueKind != JsonValueKind.Null ? part : null;

    private static string? Text(JsonElement? parent, string name) => Part(parent, name)?.GetString();

    // FNV-1a: string.GetHashCode differs in each process.
    private static long Hash(params ReadOnlySpan<string?> parts)
    {
        ulong hash = 14695981039346656037;
        foreach (string? part in parts)
        {
            foreach (char character in part ?? "\0")
            {
                hash = (hash ^ character) * 1099511628211;
            }

            hash = (hash ^ '|') * 1099511628211;
        }

        return (long)hash;
    }
}
