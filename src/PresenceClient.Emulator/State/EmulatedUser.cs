using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator;

/// <summary>
/// A person of the emulated tenant, and what that person does outside Graph: use Teams, go out of office, plan a day.
/// Members are safe to call from any thread; what they do happens at the tenant's time, and the next read sees it.
/// </summary>
public sealed partial class EmulatedUser
{
    internal const string Member = "Member";
    internal const string Guest = "Guest";

    private readonly Tenant _tenant;

    internal EmulatedUser(Tenant tenant, int number, Guid objectId, string displayName, string userPrincipalName)
    {
        _tenant = tenant;
        Number = number;
        ObjectId = objectId;
        DisplayName = displayName;
        UserPrincipalName = userPrincipalName;
        Mail = userPrincipalName;
    }

    /// <summary>The object id, a GUID in lower case.</summary>
    public string Id => field ??= ObjectId.ToString();

    /// <summary>The name to show.</summary>
    public string DisplayName { get; }

    /// <summary>The sign-in name, unique in the tenant.</summary>
    public string UserPrincipalName { get; }

    /// <summary>The mail address: the sign-in name, or for a guest the address in the guest's organization.</summary>
    public string Mail { get; internal init; }

    /// <summary>Whether the account can sign in; false for disabled accounts and rooms.</summary>
    public bool AccountEnabled { get; internal init; } = true;

    /// <summary><c>Member</c>, or <c>Guest</c> for a user of another organization.</summary>
    public string UserType { get; internal init; } = Member;

    internal Guid ObjectId { get; }

    /// <summary>The place among the tenant's people, from zero.</summary>
    internal int Number { get; }

    /// <summary>Gives the display name and the sign-in name.</summary>
    /// <returns>A text for logs and debuggers.</returns>
    public override string ToString() => $"{DisplayName} <{UserPrincipalName}>";

    private void Do(Action<PresenceState> act)
    {
        TenantState state = _tenant.State;
        state.PresenceOf(this).Change(state.Now, act);
    }

    private bool Do(Func<PresenceState, bool> act)
    {
        TenantState state = _tenant.State;
        return state.PresenceOf(this).Change(state.Now, act);
    }
}
