using PresenceClient.Http;

namespace PresenceClient;

/// <summary>The user, or the address, does not exist (404).</summary>
public sealed class PresenceNotFoundException : PresenceException
{
    /// <inheritdoc cref="PresenceException()"/>
    public PresenceNotFoundException()
    {
    }

    /// <inheritdoc cref="PresenceException(string)"/>
    public PresenceNotFoundException(string? message) : base(message)
    {
    }

    /// <inheritdoc cref="PresenceException(string, Exception)"/>
    public PresenceNotFoundException(string? message, Exception? innerException) : base(message, innerException)
    {
    }

    internal PresenceNotFoundException(string message, FailureDetails details) : base(message, details)
    {
    }

    /// <summary>Whether an earlier attempt of the call may have removed the session.</summary>
    internal bool MayBeDone { get; init; }

    private PresenceNotFoundException(PresenceNotFoundException other) : base(other) => MayBeDone = other.MayBeDone;

    internal override PresenceException Copy() => new PresenceNotFoundException(this);
}
