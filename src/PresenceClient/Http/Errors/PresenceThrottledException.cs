using PresenceClient.Http;

namespace PresenceClient;

/// <summary>
/// There are too many requests (429): the service throttles the client, or the client's own pace does.
/// </summary>
/// <remarks>
/// <para>The client retries a throttled call. The exception is thrown when the retries are used up
/// (<see cref="PresenceClientOptions.MaxRetries"/>), when the wait would exceed the time limit of the call
/// (<see cref="PresenceClientOptions.TotalTimeout"/>), or when calls do not wait
/// (<see cref="PresenceClientOptions.WaitWhenThrottled"/>). <see cref="PresenceException.StatusCode"/> is null if the
/// request was not sent, because of an earlier 429 or of the client's own pace
/// (<see cref="PresenceClientOptions.MaxRequestsPer30Seconds"/>). <see cref="PresenceException.RetryAfter"/> says how
/// long to wait.</para>
/// <para>Documented limits: 10,000 requests in 30 seconds for one application in one tenant; 1,500 on the pages of the
/// operations. Source: <see href="https://learn.microsoft.com/graph/throttling-limits">throttling limits</see>.</para>
/// </remarks>
public sealed class PresenceThrottledException : PresenceException
{
    /// <inheritdoc cref="PresenceException()"/>
    public PresenceThrottledException()
    {
    }

    /// <inheritdoc cref="PresenceException(string)"/>
    public PresenceThrottledException(string? message) : base(message)
    {
    }

    /// <inheritdoc cref="PresenceException(string, Exception)"/>
    public PresenceThrottledException(string? message, Exception? innerException) : base(message, innerException)
    {
    }

    internal PresenceThrottledException(string message, FailureDetails details) : base(message, details)
    {
    }

    private PresenceThrottledException(PresenceThrottledException other) : base(other) => Attempts = other.Attempts;

    /// <summary>The number of requests that were sent for the call; 0 if none was sent.</summary>
    public int Attempts { get; init; } = 1;

    internal override PresenceException Copy() => new PresenceThrottledException(this);
}
