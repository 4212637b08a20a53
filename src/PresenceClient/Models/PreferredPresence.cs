using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>The six states that a user can set as the preferred presence.</summary>
/// <remarks>
/// Each value stands for one valid pair of availability and activity. Source: <see
/// href="https://learn.microsoft.com/graph/api/presence-setuserpreferredpresence">presence:
/// setUserPreferredPresence</see>.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PreferredPresence>))]
public enum PreferredPresence
{
    /// <summary>
    /// Teams shows the user as available, also during calls and meetings. Sent as Available / Available.
    /// </summary>
    Available = 0,

    /// <summary>Teams shows the user as busy, without the reason. Sent as Busy / Busy.</summary>
    Busy,

    /// <summary>
    /// Teams shows "Do not disturb" and suppresses notifications. Sent as DoNotDisturb / DoNotDisturb.
    /// </summary>
    DoNotDisturb,

    /// <summary>Teams shows "Be right back". Sent as BeRightBack / BeRightBack.</summary>
    BeRightBack,

    /// <summary>Teams shows the user as away, also while active ("Appear away"). Sent as Away / Away.</summary>
    Away,

    /// <summary>
    /// Teams shows the user as offline, also while signed in ("Appear offline"). Sent as Offline / OffWork.
    /// </summary>
    Offline,
}
