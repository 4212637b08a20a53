namespace PresenceClient.Emulator;

/// <content>The options of change notifications.</content>
public sealed partial class PresenceEmulatorOptions
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The average time from a change to its notification, by the tenant's clock: zero to 30 seconds. Each one takes
    /// from zero to twice the value, selected by the seed; notifications of one user keep their order.
    /// </summary>
    /// <remarks>Default: zero. Documented for the service: less than 10 seconds on average, 1 minute at most.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public TimeSpan NotificationDelay
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero, nameof(NotificationDelay));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LongestDelay, nameof(NotificationDelay));
            field = value;
        }
    }

    /// <summary>
    /// Creates the handler that sends notifications, for example that of a <c>TestServer</c>. It is called once, before
    /// the first request to a subscriber.
    /// </summary>
    /// <remarks>
    /// Default: null, a socket. It accepts any certificate of a loopback address, uses no proxy, and follows no
    /// redirects.
    /// </remarks>
    public Func<HttpMessageHandler>? NotificationHandler { get; set; }

    /// <summary>Whether validation tokens have version 1.0 in place of 2.0.</summary>
    /// <remarks>
    /// Default: false. Both versions are documented; the version depends on the application's registration.
    /// </remarks>
    public bool V1ValidationTokens { get; set; }
}
