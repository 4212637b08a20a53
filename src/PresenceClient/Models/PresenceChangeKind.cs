using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>What happened to a watched user.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PresenceChangeKind>))]
public enum PresenceChangeKind
{
    /// <summary>The first presence of the user that the reader gets.</summary>
    Initial = 0,

    /// <summary>The presence differs from the one that the reader got last.</summary>
    Changed,

    /// <summary>
    /// The service does not return the user: the user does not exist, or the service does not show it. There is no
    /// current presence.
    /// </summary>
    Missing,

    /// <summary>The service returns the presence of a user who was missing.</summary>
    Returned,

    /// <summary>The user was removed from the watch. The current presence is null.</summary>
    Unwatched,
}
