using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>The base presence of a user: how reachable the person is.</summary>
/// <remarks>
/// Every value that Microsoft has documented for <c>presence.availability</c>, now or earlier. Graph treats the set as
/// open, so <see cref="UserPresence.AvailabilityText"/> keeps the property value as the service sent it.
/// Source: <see href="https://learn.microsoft.com/graph/api/resources/presence">presence resource type</see>.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PresenceAvailability>))]
public enum PresenceAvailability
{
    /// <summary>The service does not know: no such user, no cloud mailbox, or the presence is not shared.</summary>
    PresenceUnknown = 0,

    /// <summary>The user is active in Teams and neither busy nor away.</summary>
    Available,

    /// <summary>Available, but inactive. Earlier documentation; no longer sent.</summary>
    AvailableIdle,

    /// <summary>The user has been inactive for some minutes, or chose to appear away.</summary>
    Away,

    /// <summary>The user chose "Be right back".</summary>
    BeRightBack,

    /// <summary>The user chose "Busy", is in a call, or has a meeting in the calendar.</summary>
    Busy,

    /// <summary>Busy, but inactive. Earlier documentation; no longer sent.</summary>
    BusyIdle,

    /// <summary>The user chose "Do not disturb", or is presenting. Teams shows no notifications.</summary>
    DoNotDisturb,

    /// <summary>The user is signed in nowhere, or chose to appear offline.</summary>
    Offline,

    /// <summary>The user has focus time. In the documented list; not observed as an availability.</summary>
    Focusing,

    /// <summary>The user is in a call. In the documented list; observed as an activity.</summary>
    InACall,

    /// <summary>The user has a meeting. In the documented list; observed as an activity.</summary>
    InAMeeting,

    /// <summary>The user is presenting. In the documented list; observed as an activity.</summary>
    Presenting,

    /// <summary>The user is out of office. In Microsoft's table of Teams states, without an availability.</summary>
    OutOfOffice,

    /// <summary>A value that this version does not know; <see cref="UserPresence.AvailabilityText"/> has it.</summary>
    UnknownFutureValue,
}
