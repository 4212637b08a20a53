namespace PresenceClient;

/// <summary>Options of a <see cref="PresenceWatch"/>. They are read once, when the watch is created.</summary>
public sealed class PresenceWatchOptions
{
    /// <summary>
    /// The time from the end of a sweep, one poll of all users, to the start of the next, plus or minus 10 %. The
    /// requests of a sweep of more than 650 users are spread over the interval.
    /// </summary>
    /// <value>Default: 30 seconds. More than zero, up to 1 day.</value>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The longest interval. After a 429 the interval doubles, up to this value. After three sweeps without a failure
    /// it is <see cref="Interval"/> again.
    /// </summary>
    /// <value>
    /// Default: null, which means 5 minutes, or <see cref="Interval"/> if that is longer. From <see cref="Interval"/>
    /// to 1 day.
    /// </value>
    public TimeSpan? MaxInterval { get; set; }

    /// <summary>
    /// The interval of users that another source covers (<see cref="PresenceWatch.Cover"/>), if it is longer than
    /// <see cref="Interval"/>. They are polled with the next sweep after it.
    /// </summary>
    /// <value>Default: 5 minutes. More than zero, up to 1 day.</value>
    public TimeSpan CoveredInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The number of requests, of up to 650 users each, that are under way at once.</summary>
    /// <value>Default: 4. From 1 to 64.</value>
    public int MaxConcurrency { get; set; } = Http.Concurrency.Usual;

    /// <summary>
    /// The largest share of the client's pace (<see cref="PresenceClientOptions.MaxRequestsPer30Seconds"/>) that the
    /// watch uses. Your own calls always go before the requests of a watch.
    /// </summary>
    /// <value>Default: 0.5. More than 0, up to 1. The watch may always send one request in 30 seconds.</value>
    public double PaceShare { get; set; } = 0.5;

    /// <summary>What to do when the service refuses reads.</summary>
    /// <value>Default: <see cref="PresenceWatchRefusal.EndReaders"/>.</value>
    public PresenceWatchRefusal OnRefusal { get; set; }

    /// <summary>When to poll.</summary>
    /// <value>Default: <see cref="PresenceWatchPolling.WhileRead"/>.</value>
    public PresenceWatchPolling Polling { get; set; }
}
