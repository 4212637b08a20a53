namespace PresenceClient.Emulator;

/// <content>The options of the service: the cloud, the request limit and the recorded requests.</content>
public sealed partial class PresenceEmulatorOptions
{
    /// <summary>
    /// Whether the tenant is in a US Government cloud, by the schema that Microsoft publishes for it: presences have
    /// no <c>outOfOfficeSettings</c>, <c>workLocation</c> or <c>sequenceNumber</c>, and work locations have no
    /// actions.
    /// </summary>
    /// <remarks>Default: false, the global cloud.</remarks>
    public bool UsGovernment { get; set; }

    /// <summary>
    /// The number of presence requests that an application can make in any <see cref="RequestLimitWindow"/>; further
    /// requests are throttled (429). 1 to 10,000,000, or null for no limit.
    /// </summary>
    /// <remarks>
    /// Default: 10,000, as documented in February 2026; the pages of the operations state 1,500. Each presence request
    /// in a batch counts, and so do requests that are rejected.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int? RequestLimit
    {
        get;
        set
        {
            if (value is < 1 or > 10_000_000)
            {
                throw new ArgumentOutOfRangeException(nameof(RequestLimit), value, "It must be from 1 to 10,000,000.");
            }

            field = value;
        }
    } = 10_000;

    /// <summary>
    /// The window of <see cref="RequestLimit"/>, by the tenant's clock: more than zero, at most one day.
    /// </summary>
    /// <remarks>Default: 30 seconds. It is a sliding window, which is an assumption: the sources do not say.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
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

    /// <summary>The form in which <c>Retry-After</c> states how long a throttled application must wait.</summary>
    /// <remarks>Default: whole seconds.</remarks>
    public RetryAfterForm RetryAfterForm { get; set; }

    /// <summary>
    /// The number of requests that <see cref="PresenceEmulator.Requests"/> keeps, the latest ones: 0 to 1,000,000.
    /// </summary>
    /// <remarks>Default: 10,000.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
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
