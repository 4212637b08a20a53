using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>How a read of many users handles a request that fails permanently.</summary>
/// <remarks>
/// A rejected request (400, 401, 403) and a failed sign-in are always thrown at once, because the other requests would
/// fail as well.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PresenceFailureMode>))]
public enum PresenceFailureMode
{
    /// <summary>
    /// Reads the rest, then throws <see cref="PresenceIncompleteException"/>, whose result contains the presences that
    /// were read.
    /// </summary>
    Throw = 0,

    /// <summary>Reads the rest, and returns a result that lists the failed ids in its failures.</summary>
    Collect,
}
