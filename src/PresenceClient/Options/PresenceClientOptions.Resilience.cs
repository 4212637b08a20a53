namespace PresenceClient;

public sealed partial class PresenceClientOptions
{
    /// <summary>
    /// The maximum number of retries of a call. Transient failures are retried: the statuses 408, 425, 429, 502, 503
    /// and 504, connection failures, answers that are cut off or cannot be read, and timeouts of an attempt.
    /// </summary>
    /// <value>Default: 3, which means at most 4 requests. From 0, for no retries, to 10.</value>
    /// <remarks>
    /// <para>The wait before a retry is the service's <c>Retry-After</c> (seconds, a fraction or a date), up to
    /// <see cref="MaxRetryAfter"/>. If the service asks for no time, or repeatedly for less than a second, the wait is
    /// 0.5 to 1 second, doubled for each retry, up to 30 seconds. Every operation can be repeated safely.</para>
    /// <para>A claims challenge (a 401 that requires a new token) is answered once in each call, and does not count as
    /// a retry.</para>
    /// <para>If you use a resilience handler, set this to 0, and <see cref="AttemptTimeout"/> to the longest time that
    /// the handler can take with all its retries, which the client sees as one attempt.</para>
    /// </remarks>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// The time limit of a call, with all its attempts and waits. In a read of many users it covers each chunk of 650
    /// users with all its pages; in a listing of users, each page. A wait that would exceed it is not started: the call
    /// fails at once with its last failure, for example a <see cref="PresenceThrottledException"/>.
    /// </summary>
    /// <value>
    /// Default: 2 minutes. Not less than <see cref="AttemptTimeout"/>, up to 24 days;
    /// <see cref="Timeout.InfiniteTimeSpan"/> for no limit except 24 days for each wait.
    /// </value>
    /// <remarks>The time of a sign-in with a credential does not count, as for <see cref="AttemptTimeout"/>.</remarks>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The longest wait that the client accepts from a <c>Retry-After</c>. A longer one is shortened to it.
    /// </summary>
    /// <value>Default: 10 minutes. More than zero, up to 24 days.</value>
    /// <remarks>
    /// This limits the effect of a wrong date or number. If a wait was shortened, the message of the exception contains
    /// both times, and <see cref="PresenceException.RetryAfter"/> is the shorter one.
    /// </remarks>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Whether calls wait while the service throttles the client. After a 429, all requests of the client wait until
    /// its <c>Retry-After</c> has passed, because requests in that time count too. Without a <c>Retry-After</c>, they
    /// wait 0.5 to 1 second, doubled while the service continues to answer 429, up to 30 seconds.
    /// </summary>
    /// <value>
    /// Default: true. If false, a 429 is thrown at once as a <see cref="PresenceThrottledException"/>, and so is every
    /// call until its time has passed, without a request. This suits workers that serve many tenants.
    /// </value>
    /// <remarks>Calls still wait for the pace, and before a retry of another failure.</remarks>
    public bool WaitWhenThrottled { get; set; } = true;

    /// <summary>
    /// The maximum number of requests in any 30 seconds, including retries and reads of the directory. More requests
    /// wait for their turn, first in, first out.
    /// </summary>
    /// <value>
    /// Default: 1,500, the lower of the two limits that Microsoft documents for an application in a tenant. From 1 to
    /// 100,000; null for no pacing.
    /// </value>
    /// <remarks>
    /// Source: <see href="https://learn.microsoft.com/graph/api/presence-get">presence: get</see>. The throttling page
    /// says 10,000: <see href="https://learn.microsoft.com/graph/throttling-limits">throttling limits</see>.
    /// </remarks>
    public int? MaxRequestsPer30Seconds { get; set; } = 1_500;
}
