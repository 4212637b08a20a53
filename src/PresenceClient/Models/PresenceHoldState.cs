using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>The state of a <see cref="PresenceHold"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PresenceHoldState>))]
public enum PresenceHoldState
{
    /// <summary>The session is set, and the last request succeeded.</summary>
    Held = 0,

    /// <summary>The last request failed. The session is still valid, and the request is retried.</summary>
    Retrying,

    /// <summary>The session expired before it could be renewed. The hold keeps trying to set it again.</summary>
    Lapsed,

    /// <summary>
    /// The service rejected the session permanently (400, 401, 403 or 404), or the client was disposed.
    /// </summary>
    Refused,

    /// <summary>The hold was ended by its owner.</summary>
    Ended,
}
