using PresenceClient.Http;

namespace PresenceClient;

/// <summary>Signing in failed, or the service rejected the token (401).</summary>
/// <remarks>
/// If signing in failed, <see cref="PresenceException.StatusCode"/> is null and
/// <see cref="Exception.InnerException"/> is the exception of the credential. The service also answers 401 if a
/// signed-in user writes the presence of another user, which only an application can. A 401 without Microsoft Graph's
/// error format can come from a gateway or a proxy; the message says so.
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
