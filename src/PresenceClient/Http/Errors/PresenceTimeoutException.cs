using PresenceClient.Http;

namespace PresenceClient;

/// <summary>
/// The last attempt exceeded its time limit (<see cref="PresenceClientOptions.AttemptTimeout"/>), or the call exceeded
/// its own, with all its attempts and waits (<see cref="PresenceClientOptions.TotalTimeout"/>).
/// </summary>
/// <remarks>A write may have taken effect. Every operation can be repeated safely.</remarks>
public sealed class PresenceTimeoutException : PresenceException
{
    /// <inheritdoc cref="PresenceException()"/>
    public PresenceTimeoutException()
    {
    }

    /// <inheritdoc cref="PresenceException(string)"/>
    public PresenceTimeoutException(string? message) : base(message)
    {
    }

    /// <inheritdoc cref="PresenceException(string, Exception)"/>
    public PresenceTimeoutException(string? message, Exception? innerException) : base(message, innerException)
    {
    }

    internal PresenceTimeoutException(string message, FailureDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }

    private PresenceTimeoutException(PresenceTimeoutException other) : base(other)
    {
    }

    internal override PresenceException Copy() => new PresenceTimeoutException(this);
}
