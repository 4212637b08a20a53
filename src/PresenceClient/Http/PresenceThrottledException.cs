using PresenceClient.Http;

namespace PresenceClient;

/// <summary>The service, or the client on its behalf, asks for patience: too many requests (429).</summary>
/// <remarks>
/// Documented limits: 10,000 requests in 30 seconds for one application in one tenant, 1,500 on the pages of the
/// operations. Source: <see href="https://learn.microsoft.com/graph/throttling-limits">throttling limits</see>.
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

    /// <summary>How long the service asks to wait before the next request; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How many requests were sent for the call, 1 or more.</summary>
    public int Attempts { get; init; } = 1;

    internal override PresenceException Copy() => new PresenceThrottledException(this);
}
