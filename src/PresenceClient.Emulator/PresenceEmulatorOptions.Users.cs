namespace PresenceClient.Emulator;

/// <summary>Whom the tenant has.</summary>
public sealed partial class PresenceEmulatorOptions
{
    private readonly List<AddedUser> _added = [];

    /// <summary>
    /// How many users are made from the seed, besides those of <see cref="AddUser"/>: 0 to 1,000,000, 100 by default.
    /// Without any, at least one must be added.
    /// </summary>
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
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">
    /// The name is blank, or the sign-in name is no address or belongs to another added user.
    /// </exception>
    public PresenceEmulatorOptions AddUser(string displayName, string? userPrincipalName = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(displayName);
        string address = userPrincipalName ?? AddedUser.AddressOf(displayName);
        if (address.Split('@') is not [{ Length: > 0 }, { Length: > 0 }])
            throw new ArgumentException($"'{address}' is not a sign-in name.", nameof(userPrincipalName));
        if (_added.Exists(user => user.Address.Equals(address, StringComparison.OrdinalIgnoreCase)))
            throw new ArgumentException($"There is a user '{address}' already.", nameof(userPrincipalName));
        _added.Add(new AddedUser(displayName, address));
        return this;
    }
}
