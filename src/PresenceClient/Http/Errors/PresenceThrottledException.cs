using PresenceClient.Http;

namespace PresenceClient;

/// <summary>The service, or the client on its behalf, asks for patience: too many requests (429).</summary>
/// <remarks>
/// <para>The client sends a call again by itself: this is thrown once that is over
/// (<see cref="PresenceClientOptions.MaxRetries"/>), or would take longer than the call may
/// (<see cref="PresenceClientOptions.TotalTimeout"/>), or is not wanted
/// (<see cref="PresenceClientOptions.WaitWhenThrottled"/>). <see cref="PresenceException.StatusCode"/> is null where no
/// request was sent: while the client holds requests back after a 429, or keeps to its pace
/// (<see cref="PresenceClientOptions.MaxRequestsPer30Seconds"/>).</para>
/// <para>Documented limits: 10,000 requests in 30 seconds for one application in one tenant, 1,500 on the pages of the
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

    private PresenceThrottledException(PresenceThrottledException other) : base(other)
    {
        RetryAfter = other.RetryAfter;
        Attempts = other.Attempts;
    }

    /// <summary>
    /// How long to wait before the next request: what the service asks for, up to
    /// <see cref="PresenceClientOptions.MaxRetryAfter"/>, or what is left of it; null when it does not say.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How many requests were sent for the call; 0 when it was held back before its first.</summary>
    public int Attempts { get; init; } = 1;

    internal override PresenceException Copy() => new PresenceThrottledException(this);
}
