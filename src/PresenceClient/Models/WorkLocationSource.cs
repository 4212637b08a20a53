using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>The origin of a user's work location.</summary>
/// <remarks>
/// A manual location takes precedence over an automatic one, which takes precedence over a scheduled one. Source:
/// <see href="https://learn.microsoft.com/graph/api/resources/userworklocation">userWorkLocation</see>.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<WorkLocationSource>))]
public enum WorkLocationSource
{
    /// <summary>No location is set.</summary>
    None = 0,

    /// <summary>The user set the location manually.</summary>
    Manual,

    /// <summary>The location comes from the user's calendar.</summary>
    Scheduled,

    /// <summary>An agent detected the location, for example from a network, a dock or Teams.</summary>
    Automatic,

    /// <summary>A value that this version does not know; <see cref="UserWorkLocation.SourceText"/> has it.</summary>
    UnknownFutureValue,
}
