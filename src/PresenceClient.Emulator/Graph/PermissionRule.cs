using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph;

/// <summary>
/// Which permissions let a call through: any one of a list, by the kind of token and by whom it is about.
/// </summary>
internal sealed record PermissionRule
{
    /// <summary>Delegated scopes for everybody's data; none where the operation is for one's own alone.</summary>
    public string[] Delegated { get; init; } = [];

    /// <summary>Delegated scopes that suffice, besides, for one's own data.</summary>
    public string[] Self { get; init; } = [];

    /// <summary>Application roles; none where an application cannot call the operation by itself.</summary>
    public string[] Application { get; init; } = [];

    /// <summary>
    /// Refuses a caller without a permission by 403, and one who may write for itself alone, but means somebody else,
    /// by 401: the scope is looked at before the person.
    /// </summary>
    public EmulatedError? Refuse(Caller caller, bool self)
    {
        if (caller.User is null)
        {
            return caller.HasAny(Application) ? null : EmulatedError.Forbidden;
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
