using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>The five states that an application can set for its presence session.</summary>
/// <remarks>
/// Each value stands for one valid pair of availability and activity. Source: <see
/// href="https://learn.microsoft.com/graph/api/presence-setpresence">presence: setPresence</see>.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<SessionPresence>))]
public enum SessionPresence
{
    /// <summary>
    /// The user is active. Sent as Available / Available. The state fades, whatever the duration of the session:
    /// without another call it becomes Available / AvailableInactive after five minutes and Away / Away after ten.
    /// </summary>
    Available = 0,

    /// <summary>The user is in a call with another person. Sent as Busy / InACall.</summary>
    InACall,

    /// <summary>The user is in a call with several people. Sent as Busy / InAConferenceCall.</summary>
    InAConferenceCall,

    /// <summary>The user is inactive. Sent as Away / Away.</summary>
    Away,

    /// <summary>
    /// The user shares the screen, so Teams suppresses notifications. Sent as DoNotDisturb / Presenting.
    /// </summary>
    Presenting,
}
