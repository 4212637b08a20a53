using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>The five states that an application's session can be set to.</summary>
/// <remarks>
/// Each is one legal pair of availability and activity. Source:
/// <see href="https://learn.microsoft.com/graph/api/presence-setpresence">presence: setPresence</see>.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<SessionPresence>))]
public enum SessionPresence
{
    /// <summary>
    /// Available / Available. It fades: after five minutes without a new call the session reads
    /// Available / AvailableInactive, after ten Away / Away, however long the session lasts.
    /// </summary>
    Available = 0,

    /// <summary>Busy / InACall.</summary>
    InACall,

    /// <summary>Busy / InAConferenceCall.</summary>
    InAConferenceCall,

    /// <summary>Away / Away.</summary>
    Away,

    /// <summary>DoNotDisturb / Presenting.</summary>
    Presenting,
}
