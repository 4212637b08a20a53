using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>What happened to a user of a <see cref="PresenceKeeper"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PresenceKeeperEventKind>))]
public enum PresenceKeeperEventKind
{
    /// <summary>
    /// No valid session shows the declared state: it could not be set, or it expired before it could be renewed. The
    /// keeper keeps trying.
    /// </summary>
    Lapsed = 0,

    /// <summary>The declared state is set again after <see cref="Lapsed"/>.</summary>
    Recovered,

    /// <summary>
    /// The service rejected the state or its end permanently (400, 401, 403 or 404). The keeper forgets the user until
    /// <see cref="PresenceKeeper.Set(string, SessionPresence)"/> is called again. A session that could not be cleared
    /// ends at its expiry.
    /// </summary>
    Refused,
}
