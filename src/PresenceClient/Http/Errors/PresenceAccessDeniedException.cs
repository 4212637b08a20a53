using PresenceClient.Http;

namespace PresenceClient;

/// <summary>The token lacks the permission that the operation needs (403).</summary>
/// <remarks>
/// Graph's own message is often empty, so this one says which permission to grant; an application permission takes
/// an administrator's consent. A token is a snapshot: sign in anew after a grant.
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

    /// <summary>The least delegated permission that does, or null when none does.</summary>
    public string? DelegatedPermission { get; init; }

    /// <summary>The least application permission that does, or null when none does.</summary>
    public string? ApplicationPermission { get; init; }

    internal override PresenceException Copy() => new PresenceAccessDeniedException(this);
}
