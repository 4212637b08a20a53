using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>What a read of many users does when a part of it fails for good.</summary>
/// <remarks>
/// A refusal (400, 401, 403, a failed sign-in) is always thrown at once: the rest would be refused as well.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PresenceFailureMode>))]
public enum PresenceFailureMode
{
    /// <summary>
    /// Read the rest, then throw <see cref="PresenceIncompleteException"/>, whose result holds what was read.
    /// </summary>
    Throw = 0,

    /// <summary>Read the rest, and return a result that names the ids in its failures.</summary>
    Collect,
}
