using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>What a host does for the others that share its watch.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PresenceSharingRole>))]
public enum PresenceSharingRole
{
    /// <summary>
    /// Redis cannot be reached, or the host is about to start: it reads its own users, or none, as
    /// <see cref="PresenceSharingOptions.OnRedisLost"/> says.
    /// </summary>
    Alone = 0,

    /// <summary>The host gets its states through Redis from the leader.</summary>
    Follower,

    /// <summary>The host reads the users of all hosts.</summary>
    Leader,
}
