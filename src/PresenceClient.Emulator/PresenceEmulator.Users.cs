namespace PresenceClient.Emulator;

public sealed partial class PresenceEmulator
{
    /// <summary>
    /// All users, those added by name first, in the order of their making, which is the order of the directory too.
    /// </summary>
    public IReadOnlyList<EmulatedUser> Users { get; }

    /// <summary>Finds a user.</summary>
    /// <param name="name">
    /// The sign-in name such as <c>adele.vance@contoso.example</c>, the object id, or the display name; of several
    /// users with that display name, the first.
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
            ?? throw new ArgumentException($"The tenant has no user '{name}'. Add one by the options.", nameof(name));
    }
}
