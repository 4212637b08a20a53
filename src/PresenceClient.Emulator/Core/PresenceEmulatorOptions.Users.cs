using PresenceClient.Emulator.Core;

namespace PresenceClient.Emulator;

/// <content>The users of the tenant.</content>
public sealed partial class PresenceEmulatorOptions
{
    private readonly List<AddedUser> _added = [];

    /// <summary>
    /// The number of users that are generated from the seed, in addition to those of <see cref="AddUser"/> and
    /// <see cref="AddGuest"/>: 0 to 1,000,000.
    /// </summary>
    /// <remarks>
    /// Default: 100. With 0, at least one user must be added. The first 25 are employees. Of each further 25, the 12th
    /// is a guest, the 18th has a disabled account, and the 24th is a room, whose account is disabled too. Disabled
    /// accounts have no Teams client.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int Users
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Users));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1_000_000, nameof(Users));
            field = value;
        }
    } = 100;

    internal IReadOnlyList<AddedUser> AddedUsers => _added;

    /// <summary>Adds a user, before all users that are generated from the seed.</summary>
    /// <param name="displayName">The display name, for example <c>Adele Vance</c>.</param>
    /// <param name="userPrincipalName">
    /// The sign-in name; null creates one from the display name, for example <c>adele.vance@contoso.example</c>.
    /// </param>
    /// <param name="accountEnabled">Whether the account can sign in; false for a disabled account or a room.</param>
    /// <returns>These options.</returns>
    /// <remarks>The user has no Teams client, status message or calendar.</remarks>
    /// <exception cref="ArgumentException">The name is blank, or the sign-in name isn't an address or belongs to
    /// another added user.</exception>
    public PresenceEmulatorOptions AddUser(
        string displayName, string? userPrincipalName = null, bool accountEnabled = true)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(displayName);
        string address = userPrincipalName ?? AddedUser.AddressOf(displayName);
        return Add(new AddedUser(displayName, address) { AccountEnabled = accountEnabled }, nameof(userPrincipalName));
    }

    /// <summary>Adds a user of another organization, like <see cref="AddUser"/>.</summary>
    /// <param name="displayName">The display name, for example <c>Pat Doe</c>.</param>
    /// <param name="mail">
    /// The email address in the guest's organization; null creates one from the display name, for example
    /// <c>pat.doe@fabrikam.example</c>. It determines the sign-in name: <c>pat.doe_fabrikam.example#EXT#@…</c>.
    /// </param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">The name is blank, or the email address isn't valid or belongs to another
    /// added guest.</exception>
    public PresenceEmulatorOptions AddGuest(string displayName, string? mail = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(displayName);
        string address = mail ?? AddedUser.AddressOf(displayName, EmulatedDomain.Guests);
        CheckAddress(address, nameof(mail));
        string name = EmulatedDomain.GuestSignInName(address);
        return Add(new AddedUser(displayName, name) { GuestMail = address }, nameof(mail));
    }

    private PresenceEmulatorOptions Add(AddedUser user, string parameter)
    {
        CheckAddress(user.Address, parameter);
        if (_added.Exists(other => other.Address.Equals(user.Address, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ArgumentException(
                $"The user '{user.Address}' was already added. A sign-in name is unique in the tenant. Add each user"
                + " once.",
                parameter);
        }

        _added.Add(user);
        return this;
    }

    private static void CheckAddress(string address, string parameter)
    {
        if (address.Split('@') is not [{ Length: > 0 }, { Length: > 0 }])
        {
            throw new ArgumentException(
                $"'{address}' is not an address. It must have one @ with text on both sides, for example"
                + " adele.vance@contoso.example.",
                parameter);
        }
    }
}
