using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>The base presence of a user: how available the person is.</summary>
/// <remarks>
/// All values that Microsoft documents or has documented for <c>presence.availability</c>. Graph can add values, so
/// <see cref="UserPresence.AvailabilityText"/> keeps the property value exactly as the service sent it. Source:
/// <see href="https://learn.microsoft.com/graph/api/resources/presence">presence resource type</see>.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PresenceAvailability>))]
public enum PresenceAvailability
{
    /// <summary>
    /// The service has no presence: the user does not exist, has no cloud mailbox, or does not share the presence.
    /// </summary>
    PresenceUnknown = 0,

    /// <summary>The user is active in Teams and neither busy nor away.</summary>
    Available,

    /// <summary>The user is available, but inactive.</summary>
    /// <remarks>Earlier documentation; no longer sent.</remarks>
    AvailableIdle,

    /// <summary>The user has been inactive for some minutes, or chose to appear away.</summary>
    Away,

    /// <summary>The user chose "Be right back".</summary>
    BeRightBack,

    /// <summary>The user chose "Busy", is in a call, or has a meeting in the calendar.</summary>
    Busy,

    /// <summary>The user is busy, but inactive.</summary>
    /// <remarks>Earlier documentation; no longer sent.</remarks>
    BusyIdle,

    /// <summary>The user chose "Do not disturb", or is presenting.</summary>
    /// <remarks>Teams shows no notifications.</remarks>
    DoNotDisturb,

    /// <summary>The user is signed in nowhere, or chose to appear offline.</summary>
    Offline,

    /// <summary>The user is in focus time.</summary>
    /// <remarks>Documented, but not observed as an availability.</remarks>
    Focusing,

    /// <summary>The user is in a call.</summary>
    /// <remarks>Documented, but observed only as an activity.</remarks>
    InACall,

    /// <summary>The user is in a meeting.</summary>
    /// <remarks>Documented, but observed only as an activity.</remarks>
    InAMeeting,

    /// <summary>The user is presenting.</summary>
    /// <remarks>Documented, but observed only as an activity.</remarks>
    Presenting,

    /// <summary>The user is out of office.</summary>
    /// <remarks>Microsoft's table of Teams states lists it without an availability.</remarks>
    OutOfOffice,

    /// <summary>A value that this version does not know; <see cref="UserPresence.AvailabilityText"/> has it.</summary>
    UnknownFutureValue,
}
