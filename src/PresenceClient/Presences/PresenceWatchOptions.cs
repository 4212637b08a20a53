namespace PresenceClient;

/// <summary>How a <see cref="PresenceWatch"/> polls. Read once, when it is made.</summary>
public sealed class PresenceWatchOptions
{
    /// <summary>
    /// The time from the end of a sweep, one poll of all users, to the start of the next, give or take 10 %. The
    /// requests of a sweep of more than 650 users are spread over as long.
    /// </summary>
    /// <value>Default: 30 seconds. More than zero, up to 1 day.</value>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The longest interval: after a sweep that met a 429 the interval doubles up to this. After three sweeps without a
    /// failure it is <see cref="Interval"/> again.
    /// </summary>
    /// <value>
    /// Default: null, which is 5 minutes, or <see cref="Interval"/> if that is longer. Not less than
    /// <see cref="Interval"/>, up to 1 day.
    /// </value>
    public TimeSpan? MaxInterval { get; set; }

    /// <summary>How many requests, of up to 650 users each, are under way at once.</summary>
    /// <value>Default: 4. From 1 to 64.</value>
    public int MaxConcurrency { get; set; } = Http.Concurrency.Usual;

    /// <summary>
    /// The share of the client's pace (<see cref="PresenceClientOptions.MaxRequestsPer30Seconds"/>) that the watch
    /// takes at most. Calls of your own go before the requests of a watch in any case.
    /// </summary>
    /// <value>Default: 0.5. More than 0, up to 1. At least one request in 30 seconds is sent.</value>
    public double PaceShare { get; set; } = 0.5;

    /// <summary>What to do when the service refuses reads.</summary>
    /// <value>Default: <see cref="PresenceWatchRefusal.EndReaders"/>.</value>
    public PresenceWatchRefusal OnRefusal { get; set; }

    /// <summary>When to poll.</summary>
    /// <value>Default: <see cref="PresenceWatchPolling.WhileRead"/>.</value>
    public PresenceWatchPolling Polling { get; set; }
}
