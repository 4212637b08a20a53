using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>What a host does while it cannot reach Redis.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RedisLost>))]
public enum RedisLost
{
    /// <summary>
    /// It reads its own users, at the interval times the last known number of hosts, so that all hosts together send as
    /// many requests as one.
    /// </summary>
    PollAlone = 0,

    /// <summary>It reads nothing. The states stay, and become <see cref="WatchedPresenceState.Stale"/>.</summary>
    KeepStale,
}
