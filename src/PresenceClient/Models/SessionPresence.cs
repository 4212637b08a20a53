using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>The five states that an application can set for its presence session.</summary>
/// <remarks>
/// Each value stands for one valid pair of availability and activity. Source:
/// <see href="https://learn.microsoft.com/graph/api/presence-setpresence">presence: setPresence</see>.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<SessionPresence>))]
public enum SessionPresence
{
    /// <summary>The user is active.</summary>
    /// <remarks>
    /// Sent as Available / Available. The state fades, whatever the duration of the session: without another call it
    /// becomes Available / AvailableInactive after five minutes and Away / Away after ten.
    /// </remarks>
    Available = 0,

    /// <summary>The user is in a call with another person.</summary>
    /// <remarks>Sent as Busy / InACall.</remarks>
    InACall,

    /// <summary>The user is in a call with several people.</summary>
    /// <remarks>Sent as Busy / InAConferenceCall.</remarks>
    InAConferenceCall,

    /// <summary>The user is inactive.</summary>
    /// <remarks>Sent as Away / Away.</remarks>
    Away,

    /// <summary>The user shares the screen, so Teams suppresses notifications.</summary>
    /// <remarks>Sent as DoNotDisturb / Presenting.</remarks>
    Presenting,
}
