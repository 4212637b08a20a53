using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>The detail beside the availability: what the person is doing.</summary>
/// <remarks>
/// Every value that Microsoft has documented for <c>presence.activity</c>, in the older and the current list, and in
/// its guide to the states. Graph treats the set as open, so <see cref="UserPresence.ActivityText"/> keeps what came
/// over the wire. Source:
/// <see href="https://learn.microsoft.com/graph/api/resources/presence">presence resource type</see>.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PresenceActivity>))]
public enum PresenceActivity
{
    /// <summary>The service does not know.</summary>
    PresenceUnknown = 0,

    /// <summary>Available.</summary>
    Available,

    /// <summary>Available, with no sign of life for five minutes.</summary>
    AvailableInactive,

    /// <summary>Away.</summary>
    Away,

    /// <summary>Be right back.</summary>
    BeRightBack,

    /// <summary>Busy.</summary>
    Busy,

    /// <summary>Do not disturb.</summary>
    DoNotDisturb,

    /// <summary>Focusing.</summary>
    Focusing,

    /// <summary>In a call.</summary>
    InACall,

    /// <summary>In a conference call.</summary>
    InAConferenceCall,

    /// <summary>In a meeting of the calendar.</summary>
    InAMeeting,

    /// <summary>Inactive (older list).</summary>
    Inactive,

    /// <summary>Offline.</summary>
    Offline,

    /// <summary>Off work; beside <see cref="PresenceAvailability.Offline"/> it is "appear offline".</summary>
    OffWork,

    /// <summary>Out of office.</summary>
    OutOfOffice,

    /// <summary>Presenting.</summary>
    Presenting,

    /// <summary>Urgent interruptions only.</summary>
    UrgentInterruptionsOnly,

    /// <summary>A value that this version does not know; the text beside it says which.</summary>
    UnknownFutureValue,
}
