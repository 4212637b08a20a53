using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator;

/// <summary>A user of the emulated tenant.</summary>
/// <remarks>
/// The methods simulate what the user does outside Graph: use Teams, go out of office, plan a day. Thread-safe; a
/// change happens at the tenant's current time, and the next read returns it.
/// </remarks>
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

    /// <summary>The display name.</summary>
    public string DisplayName { get; }

    /// <summary>The sign-in name (user principal name), unique in the tenant.</summary>
    public string UserPrincipalName { get; }

    /// <summary>The email address: the sign-in name, or for a guest the address in the guest's organization.</summary>
    public string Mail { get; internal init; }

    /// <summary>Whether the account can sign in; false for disabled accounts and rooms.</summary>
    public bool AccountEnabled { get; internal init; } = true;

    /// <summary><c>Member</c>, or <c>Guest</c> for a user of another organization.</summary>
    public string UserType { get; internal init; } = Member;

    internal Guid ObjectId { get; }

    /// <summary>The index among the tenant's users, from zero.</summary>
    internal int Number { get; }

    /// <summary>Returns the display name and the sign-in name.</summary>
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
