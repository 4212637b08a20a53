using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph;

/// <summary>
/// The permissions of an operation. Any one of a list is sufficient, depending on the kind of token and the target
/// user.
/// </summary>
internal sealed record PermissionRule
{
    /// <summary>
    /// The delegated scopes for all users' data; none if the operation covers only the caller's own data.
    /// </summary>
    public string[] Delegated { get; init; } = [];

    /// <summary>The delegated scopes that are sufficient for the caller's own data, in addition.</summary>
    public string[] Self { get; init; } = [];

    /// <summary>The application roles; none if applications can't call the operation without a user.</summary>
    public string[] Application { get; init; } = [];

    /// <summary>The error for an application that calls without a user and without a role.</summary>
    public EmulatedError DeniedToApplications { get; init; } = EmulatedError.Forbidden;

    /// <summary>
    /// Returns 403 for a caller without a permission, and 401 for a caller that can write only for itself but writes
    /// for another user. The scope is checked before the user.
    /// </summary>
    public EmulatedError? Refuse(Caller caller, bool self)
    {
        if (caller.User is null)
        {
            return caller.HasAny(Application) ? null : DeniedToApplications;
        }

        if (caller.HasAny(Delegated) || (self && caller.HasAny(Self)))
        {
            return null;
        }

        return Delegated.Length == 0 && caller.HasAny(Self)
            ? EmulatedError.OtherUser(caller.User)
            : EmulatedError.Forbidden;
    }
}
