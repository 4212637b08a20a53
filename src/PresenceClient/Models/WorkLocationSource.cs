using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>Where a user's work location comes from.</summary>
/// <remarks>
/// A manual location beats an automatic one, which beats a scheduled one. Source:
/// <see href="https://learn.microsoft.com/graph/api/resources/userworklocation">userWorkLocation</see>.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<WorkLocationSource>))]
public enum WorkLocationSource
{
    /// <summary>No source: no location is set.</summary>
    None = 0,

    /// <summary>The user chose it.</summary>
    Manual,

    /// <summary>It stands in the user's calendar.</summary>
    Scheduled,

    /// <summary>An agent detected it: a network, a dock, Teams.</summary>
    Automatic,

    /// <summary>A value that this version does not know; the text beside it says which.</summary>
    UnknownFutureValue,
}
