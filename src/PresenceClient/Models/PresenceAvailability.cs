using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>The base presence of a user: how reachable the person is.</summary>
/// <remarks>
/// Every value that Microsoft has documented for <c>presence.availability</c>, in the older and the current list. Graph
/// treats the set as open, so <see cref="UserPresence.AvailabilityText"/> keeps what came over the wire.
/// Source: <see href="https://learn.microsoft.com/graph/api/resources/presence">presence resource type</see>.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PresenceAvailability>))]
public enum PresenceAvailability
{
    /// <summary>The service does not know: no such user, no cloud mailbox, or the presence is not shared.</summary>
    PresenceUnknown = 0,

    /// <summary>Available.</summary>
    Available,

    /// <summary>Available, but idle (older list).</summary>
    AvailableIdle,

    /// <summary>Away.</summary>
    Away,

    /// <summary>Be right back.</summary>
    BeRightBack,

    /// <summary>Busy.</summary>
    Busy,

    /// <summary>Busy, but idle (older list).</summary>
    BusyIdle,

    /// <summary>Do not disturb.</summary>
    DoNotDisturb,

    /// <summary>Offline, or appearing so.</summary>
    Offline,

    /// <summary>Focusing (current list).</summary>
    Focusing,

    /// <summary>In a call (current list; also an activity).</summary>
    InACall,

    /// <summary>In a meeting (current list; also an activity).</summary>
    InAMeeting,

    /// <summary>Presenting (current list; also an activity).</summary>
    Presenting,

    /// <summary>Out of office, as it stands alone in Microsoft's table of Teams states.</summary>
    OutOfOffice,

    /// <summary>A value that this version does not know; the text beside it says which.</summary>
    UnknownFutureValue,
}
