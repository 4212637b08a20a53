namespace PresenceClient.Emulator;

/// <content>Which cloud the service is of, how many requests it takes, and remembers.</content>
public sealed partial class PresenceEmulatorOptions
{
    /// <summary>
    /// Whether the tenant is in a cloud of the US Government, by the schema that Microsoft publishes of it: presences
    /// have no <c>outOfOfficeSettings</c>, <c>workLocation</c> and <c>sequenceNumber</c>, and there are no actions for
    /// work locations. False by default: the global cloud.
    /// </summary>
    public bool UsGovernment { get; set; }

    /// <summary>
    /// How many presence requests (inside a batch, each) an application may make in any
    /// <see cref="RequestLimitWindow"/> before it is answered 429: 1 to 10,000,000, or null for no limit. 10,000 by
    /// default, as documented in February 2026; the pages of the operations print 1,500. Requests that are refused
    /// count as well.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int? RequestLimit
    {
        get;
        set
        {
            if (value is < 1 or > 10_000_000)
            {
                throw new ArgumentOutOfRangeException(nameof(RequestLimit), value, "Must be from 1 to 10,000,000.");
            }
            field = value;
        }
    } = 10_000;

    /// <summary>
    /// The stretch of time that <see cref="RequestLimit"/> is for, by the tenant's clock: more than zero, at most one
    /// day, 30 seconds by default. It slides: that is assumed, the sources do not say.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public TimeSpan RequestLimitWindow
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero, nameof(RequestLimitWindow));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromDays(1), nameof(RequestLimitWindow));
            field = value;
        }
    } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How <c>Retry-After</c> says how long an application that made too many requests must wait: in whole seconds by
    /// default.
    /// </summary>
    public RetryAfterForm RetryAfterForm { get; set; }

    /// <summary>
    /// How many requests <see cref="PresenceEmulator.Requests"/> remembers, the latest: 0 to 1,000,000, 10,000 by
    /// default.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int RecordedRequests
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(RecordedRequests));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1_000_000, nameof(RecordedRequests));
            field = value;
        }
    } = 10_000;
}
