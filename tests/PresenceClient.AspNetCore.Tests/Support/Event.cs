using System.Net.ServerSentEvents;
using System.Text.Json;

namespace PresenceClient.AspNetCore.Tests.Support;

/// <summary>An event that a browser got.</summary>
internal sealed class Event(SseItem<string> item)
{
    public string Name => item.EventType;

    public string? Id => item.EventId;

    public string Text => item.Data;

    public JsonElement Data { get; } = JsonDocument.Parse(item.Data).RootElement.Clone();

    public bool IsReset => Data.GetProperty("reset").GetBoolean();

    /// <summary>The users of the event, as id, kind, availability and activity.</summary>
    public IEnumerable<(string Id, string Kind, string? Availability, string? Activity)> Users =>
        Data.GetProperty("users").EnumerateArray().Select(user => (
            user.GetProperty("id").GetString()!, user.GetProperty("kind").GetString()!,
            Of(user, "availability"), Of(user, "activity")));

    private static string? Of(JsonElement user, string name) =>
        user.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
