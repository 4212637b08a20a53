using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>The kind of place that a user works from.</summary>
/// <remarks>
/// Source: <see href="https://learn.microsoft.com/graph/api/resources/userworklocation">userWorkLocation</see>.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<WorkLocationType>))]
public enum WorkLocationType
{
    /// <summary>No location is set.</summary>
    Unspecified = 0,

    /// <summary>The user works at the office.</summary>
    Office,

    /// <summary>The user works away from the office, for example at home.</summary>
    Remote,

    /// <summary>The user is not working.</summary>
    TimeOff,

    /// <summary>A value that this version does not know; <see cref="UserWorkLocation.TypeText"/> has it.</summary>
    UnknownFutureValue,
}
