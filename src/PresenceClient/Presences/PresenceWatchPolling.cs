using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>When a <see cref="PresenceWatch"/> polls.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PresenceWatchPolling>))]
public enum PresenceWatchPolling
{
    /// <summary>
    /// While there is a reader, or a call waits for <see cref="PresenceWatch.WaitUntilCurrentAsync"/>.
    /// </summary>
    WhileRead = 0,

    /// <summary>
    /// All the time, so that <see cref="PresenceWatch.TryGet(string, out WatchedPresence?)"/> is always current.
    /// </summary>
    Always,
}
