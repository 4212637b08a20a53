using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>The six states that a user can prefer to show.</summary>
/// <remarks>
/// Each is one legal pair of availability and activity. Source:
/// <see href="https://learn.microsoft.com/graph/api/presence-setuserpreferredpresence">presence:
/// setUserPreferredPresence</see>.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PreferredPresence>))]
public enum PreferredPresence
{
    /// <summary>Available / Available.</summary>
    Available = 0,

    /// <summary>Busy / Busy.</summary>
    Busy,

    /// <summary>DoNotDisturb / DoNotDisturb.</summary>
    DoNotDisturb,

    /// <summary>BeRightBack / BeRightBack.</summary>
    BeRightBack,

    /// <summary>Away / Away: "appear away" in Teams.</summary>
    Away,

    /// <summary>Offline / OffWork: "appear offline" in Teams.</summary>
    Offline,
}
