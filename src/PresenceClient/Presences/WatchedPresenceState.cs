using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>What a <see cref="PresenceWatch"/> knows of a user.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WatchedPresenceState>))]
public enum WatchedPresenceState
{
    /// <summary>The user has not been read yet.</summary>
    NotRead = 0,

    /// <summary>The presence is known.</summary>
    Known,

    /// <summary>The service leaves the user out: it knows no such user, or tells nothing of it.</summary>
    Missing,

    /// <summary>
    /// The state was not confirmed for three intervals (<see cref="PresenceWatchStatus.Interval"/>), since reads fail
    /// or nothing is polled. What was known last is kept.
    /// </summary>
    Stale,
}
