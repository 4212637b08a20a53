using System.Text.Json.Serialization;

namespace PresenceClient;

/// <summary>
/// What a <see cref="PresenceWatch"/> does when the service refuses its reads (400, 401, 403), or the first sign-in
/// fails.
/// </summary>
/// <remarks>A sign-in that fails after reads have succeeded is trouble, and is retried.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PresenceWatchRefusal>))]
public enum PresenceWatchRefusal
{
    /// <summary>The readers end with the exception. A new reader starts the watch again.</summary>
    EndReaders = 0,

    /// <summary>
    /// The readers continue, and the watch tries again after 1, 2, 4, 8 and then every 15 minutes: for hosts that start
    /// before an administrator consents.
    /// </summary>
    KeepTrying,
}
