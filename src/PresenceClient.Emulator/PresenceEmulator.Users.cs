namespace PresenceClient.Emulator;

public sealed partial class PresenceEmulator
{
    /// <summary>All users in the order of the directory: those added by name first, then the generated ones.</summary>
    public IReadOnlyList<EmulatedUser> Users { get; }

    /// <summary>Finds a user.</summary>
    /// <param name="name">
    /// The sign-in name, for example <c>adele.vance@contoso.example</c>, the object id, or the display name. If
    /// several users have the display name, the first is returned.
    /// </param>
    /// <returns>The user.</returns>
    /// <exception cref="ArgumentException">There is no such user.</exception>
    public EmulatedUser User(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_tenant.TryGetUserByName(name, out EmulatedUser? user) || _tenant.TryGetUserById(name, out user))
        {
            return user;
        }

        return Users.FirstOrDefault(one => one.DisplayName.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"The tenant has no user '{name}'. Add it in the options.", nameof(name));
    }
}
