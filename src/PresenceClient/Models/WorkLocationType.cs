using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>The kind of place a user works from.</summary>
/// <remarks>
/// Source: <see href="https://learn.microsoft.com/graph/api/resources/userworklocation">userWorkLocation</see>.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<WorkLocationType>))]
public enum WorkLocationType
{
    /// <summary>No location is set.</summary>
    Unspecified = 0,

    /// <summary>At the office.</summary>
    Office,

    /// <summary>Away from the office, at home for example.</summary>
    Remote,

    /// <summary>Not working.</summary>
    TimeOff,

    /// <summary>A value that this version does not know; the text beside it says which.</summary>
    UnknownFutureValue,
}
