using PresenceClient.Http;

namespace PresenceClient;

/// <summary>Signing in failed, or the service does not accept the token (401).</summary>
/// <remarks>
/// The credential's own failure is <see cref="Exception.InnerException"/>. The service also answers 401 when a
/// signed-in user writes another user's presence; only an application can.
/// </remarks>
public sealed class PresenceAuthenticationException : PresenceException
{
    /// <inheritdoc cref="PresenceException()"/>
    public PresenceAuthenticationException()
    {
    }

    /// <inheritdoc cref="PresenceException(string)"/>
    public PresenceAuthenticationException(string? message) : base(message)
    {
    }

    /// <inheritdoc cref="PresenceException(string, Exception)"/>
    public PresenceAuthenticationException(string? message, Exception? innerException) : base(message, innerException)
    {
    }

    internal PresenceAuthenticationException(string message, FailureDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }

    private PresenceAuthenticationException(PresenceAuthenticationException other) : base(other)
    {
    }

    internal override PresenceException Copy() => new PresenceAuthenticationException(this);
}
