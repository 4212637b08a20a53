using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>The kind of change that a <see cref="PresenceWrite"/> makes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PresenceWriteKind>))]
public enum PresenceWriteKind
{
    /// <summary>Sets the application's session: <c>POST /users/{id}/presence/setPresence</c>.</summary>
    SetSession = 0,

    /// <summary>Ends the application's session: <c>POST /users/{id}/presence/clearPresence</c>.</summary>
    ClearSession,

    /// <summary>
    /// Sets the preferred presence: <c>POST /users/{id}/presence/setUserPreferredPresence</c>.
    /// </summary>
    SetPreferred,

    /// <summary>Clears the preferred presence: <c>POST /users/{id}/presence/clearUserPreferredPresence</c>.</summary>
    ClearPreferred,

    /// <summary>Sets the status message: <c>POST /users/{id}/presence/setStatusMessage</c>.</summary>
    SetStatusMessage,

    /// <summary>
    /// Removes the status message by setting an empty one: <c>POST /users/{id}/presence/setStatusMessage</c>.
    /// </summary>
    ClearStatusMessage,
}
