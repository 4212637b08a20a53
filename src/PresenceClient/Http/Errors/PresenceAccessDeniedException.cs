using PresenceClient.Http;

namespace PresenceClient;

/// <summary>The token does not have the permission that the operation requires (403).</summary>
/// <remarks>
/// Graph's own message is often empty, so the message of this exception names the permission to grant. An application
/// permission requires the consent of an administrator. A token keeps the permissions that it was issued with, so get a
/// new token after you grant one.
/// </remarks>
public sealed class PresenceAccessDeniedException : PresenceException
{
    /// <inheritdoc cref="PresenceException()"/>
    public PresenceAccessDeniedException()
    {
    }

    /// <inheritdoc cref="PresenceException(string)"/>
    public PresenceAccessDeniedException(string? message) : base(message)
    {
    }

    /// <inheritdoc cref="PresenceException(string, Exception)"/>
    public PresenceAccessDeniedException(string? message, Exception? innerException) : base(message, innerException)
    {
    }

    internal PresenceAccessDeniedException(string message, FailureDetails details) : base(message, details)
    {
        GraphPermissions permissions = details.Operation.Permissions;
        DelegatedPermission = permissions.Delegated ?? permissions.Self;
        ApplicationPermission = permissions.Application;
    }

    private PresenceAccessDeniedException(PresenceAccessDeniedException other) : base(other)
    {
        DelegatedPermission = other.DelegatedPermission;
        ApplicationPermission = other.ApplicationPermission;
    }

    /// <summary>The least delegated permission that is sufficient, or null if there is none.</summary>
    public string? DelegatedPermission { get; init; }

    /// <summary>The least application permission that is sufficient, or null if there is none.</summary>
    public string? ApplicationPermission { get; init; }

    internal override PresenceException Copy() => new PresenceAccessDeniedException(this);
}
