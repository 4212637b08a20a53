using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>The six states that a user can set as the preferred presence.</summary>
/// <remarks>
/// Each value stands for one valid pair of availability and activity. Source:
/// <see href="https://learn.microsoft.com/graph/api/presence-setuserpreferredpresence">presence:
/// setUserPreferredPresence</see>.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PreferredPresence>))]
public enum PreferredPresence
{
    /// <summary>Teams shows the user as available, also during calls and meetings.</summary>
    /// <remarks>Sent as Available / Available.</remarks>
    Available = 0,

    /// <summary>Teams shows the user as busy, without the reason.</summary>
    /// <remarks>Sent as Busy / Busy.</remarks>
    Busy,

    /// <summary>Teams shows "Do not disturb" and suppresses notifications.</summary>
    /// <remarks>Sent as DoNotDisturb / DoNotDisturb.</remarks>
    DoNotDisturb,

    /// <summary>Teams shows "Be right back".</summary>
    /// <remarks>Sent as BeRightBack / BeRightBack.</remarks>
    BeRightBack,

    /// <summary>Teams shows the user as away, also while active ("Appear away").</summary>
    /// <remarks>Sent as Away / Away.</remarks>
    Away,

    /// <summary>Teams shows the user as offline, also while signed in ("Appear offline").</summary>
    /// <remarks>Sent as Offline / OffWork.</remarks>
    Offline,
}
