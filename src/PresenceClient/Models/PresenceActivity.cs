using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>The detail of a user's presence, in addition to the availability.</summary>
/// <remarks>
/// All values that Microsoft documents or has documented for <c>presence.activity</c>, and those in its guide to
/// presence states. Graph can add values, so <see cref="UserPresence.ActivityText"/> keeps the property value exactly
/// as the service sent it. Source: <see href="https://learn.microsoft.com/graph/api/resources/presence">presence
/// resource type</see>.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PresenceActivity>))]
public enum PresenceActivity
{
    /// <summary>The service does not know the activity, or does not return it.</summary>
    PresenceUnknown = 0,

    /// <summary>The user is active in Teams and neither busy nor away.</summary>
    Available,

    /// <summary>Available, but the user or the session has been inactive for five minutes.</summary>
    AvailableInactive,

    /// <summary>The user has been inactive for some minutes, or chose to appear away.</summary>
    Away,

    /// <summary>The user chose "Be right back".</summary>
    BeRightBack,

    /// <summary>The user chose "Busy".</summary>
    Busy,

    /// <summary>The user chose "Do not disturb".</summary>
    DoNotDisturb,

    /// <summary>The user is in focus time.</summary>
    Focusing,

    /// <summary>The user is in a call with another person.</summary>
    InACall,

    /// <summary>The user is in a call of several people.</summary>
    InAConferenceCall,

    /// <summary>The user has a meeting in the calendar now, joined or not.</summary>
    InAMeeting,

    /// <summary>The user is inactive.</summary>
    /// <remarks>Earlier documentation; no longer sent.</remarks>
    Inactive,

    /// <summary>The user is signed in nowhere.</summary>
    Offline,

    /// <summary>
    /// The user chose "Appear offline"; the availability is <see cref="PresenceAvailability.Offline"/>.
    /// </summary>
    OffWork,

    /// <summary>The user is out of office.</summary>
    /// <remarks><see cref="OutOfOfficeSettings"/> is the dependable signal.</remarks>
    OutOfOffice,

    /// <summary>The user shares the screen in a call or in a meeting.</summary>
    Presenting,

    /// <summary>The user takes only urgent interruptions.</summary>
    UrgentInterruptionsOnly,

    /// <summary>A value that this version does not know; <see cref="UserPresence.ActivityText"/> has it.</summary>
    UnknownFutureValue,
}
