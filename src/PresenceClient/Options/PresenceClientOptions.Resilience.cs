namespace PresenceClient;

public sealed partial class PresenceClientOptions
{
    /// <summary>
    /// How many times a failed call is retried: after 408, 425, 429, 502, 503 and 504, a connection that fails, an
    /// answer that breaks off or cannot be read, and an attempt's timeout.
    /// </summary>
    /// <value>Default: 3, so at most four requests. From 0, which switches retries off, to 10.</value>
    /// <remarks>
    /// <para>The wait before a retry is what the service asks for (<c>Retry-After</c>: seconds, a fraction or a date),
    /// up to <see cref="MaxRetryAfter"/>. Where it asks for no time, or repeatedly for less than a second, the wait is
    /// 0.5 to 1 second, doubled for each retry, up to 30 seconds. Every operation can be sent twice.</para>
    /// <para>A claims challenge (a 401 that asks for a new token) is answered once in each call, and does not count.
    /// </para>
    /// <para>A host with a resilience handler of its own sets 0, and <see cref="AttemptTimeout"/> to as much as that
    /// handler may take with all of its tries: to the client they are one attempt.</para>
    /// </remarks>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// How long a call may take with all its attempts and waits. In a read of many users it covers each chunk of 650
    /// with all its pages; in a listing of users, each page. A wait that would go beyond it is not begun: the call
    /// fails at once with what it met, such as a <see cref="PresenceThrottledException"/>.
    /// </summary>
    /// <value>
    /// Default: 2 minutes. Not less than <see cref="AttemptTimeout"/>, up to 24 days;
    /// <see cref="Timeout.InfiniteTimeSpan"/> for no limit but 24 days to each wait.
    /// </value>
    /// <remarks>Signing in with a credential does not count, as in <see cref="AttemptTimeout"/>.</remarks>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The longest wait that the client takes from a <c>Retry-After</c>; it shortens a longer one.</summary>
    /// <value>Default: 10 minutes. More than zero, up to 24 days.</value>
    /// <remarks>
    /// So a wrong date or number cannot stop the client for years. The message of the exception then names both times,
    /// and <see cref="PresenceException.RetryAfter"/> is the shorter one.
    /// </remarks>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Whether calls wait while the service throttles. A 429 holds back all requests of the client until its
    /// <c>Retry-After</c> has passed, since those made meanwhile count too. Where it names no time, they are held back
    /// for 0.5 to 1 second, doubled while the service goes on to answer 429, up to 30 seconds.
    /// </summary>
    /// <value>
    /// Default: true. False, for workers that serve many tenants: the 429, and without a request each call until its
    /// time has passed, throws <see cref="PresenceThrottledException"/> at once.
    /// </value>
    /// <remarks>Other waits stay: for pacing, and before a retry of what is no 429.</remarks>
    public bool WaitWhenThrottled { get; set; } = true;

    /// <summary>
    /// How many requests the client sends in any 30 seconds, retries and reads of the directory included; more wait for
    /// their turn, in the order they came.
    /// </summary>
    /// <value>
    /// Default: 1,500, the lower of the two limits that Microsoft prints for an application in a tenant. From 1 to
    /// 100,000; null switches pacing off.
    /// </value>
    /// <remarks>
    /// Source: <see href="https://learn.microsoft.com/graph/api/presence-get">presence: get</see>. The throttling page
    /// says 10,000: <see href="https://learn.microsoft.com/graph/throttling-limits">throttling limits</see>.
    /// </remarks>
    public int? MaxRequestsPer30Seconds { get; set; } = 1_500;
}
