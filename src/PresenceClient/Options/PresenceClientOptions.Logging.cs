using Microsoft.Extensions.Logging;

namespace PresenceClient;

/// <content>Logging.</content>
public sealed partial class PresenceClientOptions
{
    /// <summary>
    /// The factory of the client's logger, whose category is <c>PresenceClient</c>. The client logs retries,
    /// throttling, failed sign-ins and incomplete reads. No message contains a user, a text or a token. You dispose the
    /// factory.
    /// </summary>
    /// <value>Default: null, which logs nothing; with <c>AddPresenceClient</c>, the container's.</value>
    public ILoggerFactory? LoggerFactory { get; set; }
}
