using PresenceClient.Emulator.Core;

namespace PresenceClient.Emulator;

/// <summary>Whom the tenant has.</summary>
public sealed partial class PresenceEmulatorOptions
{
    private readonly List<AddedUser> _added = [];

    /// <summary>
    /// How many users are made from the seed, in addition to those of <see cref="AddUser"/> and <see cref="AddGuest"/>:
    /// 0 to 1,000,000, 100 by default. With 0, at least one user must be added.
    /// </summary>
    /// <remarks>
    /// The first 25 are employees. Of each further 25, the 12th is a guest, the 18th has a disabled account, and the
    /// 24th is a room, whose account is disabled too. Disabled accounts have no Teams client.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
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

    /// <summary>
    /// Adds a user of the caller's own, before all made from the seed. The user begins with nothing: no Teams client,
    /// no message, no plans.
    /// </summary>
    /// <param name="displayName">The name to show, such as <c>Adele Vance</c>.</param>
    /// <param name="userPrincipalName">
    /// The sign-in name; null makes one from the display name, such as <c>adele.vance@contoso.example</c>.
    /// </param>
    /// <param name="accountEnabled">Whether the account can sign in; false for a disabled account or a room.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">
    /// The name is blank, or the sign-in name isn't an address or belongs to another added user.
    /// </exception>
    public PresenceEmulatorOptions AddUser(
        string displayName, string? userPrincipalName = null, bool accountEnabled = true)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(displayName);
        string address = userPrincipalName ?? AddedUser.AddressOf(displayName);
        return Add(new AddedUser(displayName, address) { AccountEnabled = accountEnabled }, nameof(userPrincipalName));
    }

    /// <summary>Adds a user of another organization, as <see cref="AddUser"/> adds one of this.</summary>
    /// <param name="displayName">The name to show, such as <c>Pat Doe</c>.</param>
    /// <param name="mail">
    /// The address in the guest's organization; null makes one from the display name, such as
    /// <c>pat.doe@fabrikam.example</c>. The sign-in name is made from it: <c>pat.doe_fabrikam.example#EXT#@…</c>.
    /// </param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">
    /// The name is blank, or the mail isn't an address or belongs to another added guest.
    /// </exception>
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
                $"There is a user '{user.Address}' already. A sign-in name is unique in the tenant. Add each user"
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
                $"'{address}' is not an address. It must have one @ with text on both sides, such as"
                + " adele.vance@contoso.example.",
                parameter);
        }
    }
}
