using Microsoft.Extensions.Logging;

namespace PresenceClient;

/// <content>What the client tells of itself.</content>
public sealed partial class PresenceClientOptions
{
    /// <summary>
    /// Makes the client's logger, of the category <c>PresenceClient</c>: retries, throttling, failed sign-ins, reads
    /// that are incomplete. It names operations, never a user, a text or a token. Its owner disposes it.
    /// </summary>
    /// <value>Default: null, which logs nothing; with <c>AddPresenceClient</c>, the container's.</value>
    public ILoggerFactory? LoggerFactory { get; set; }
}
