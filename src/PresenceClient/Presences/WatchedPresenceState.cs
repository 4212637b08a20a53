using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>The kind of state of a user in a <see cref="PresenceWatch"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WatchedPresenceState>))]
public enum WatchedPresenceState
{
    /// <summary>The user has not been read yet.</summary>
    NotRead = 0,

    /// <summary>The presence is known.</summary>
    Known,

    /// <summary>
    /// The service does not return the user: the user does not exist, or the service does not show it.
    /// </summary>
    Missing,

    /// <summary>
    /// The state was not confirmed for three intervals (<see cref="PresenceWatchStatus.Interval"/>), because reads
    /// fail or nothing is polled. The last known state is kept.
    /// </summary>
    Stale,
}
