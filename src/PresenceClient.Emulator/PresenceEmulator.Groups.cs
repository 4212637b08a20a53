using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator;

public sealed partial class PresenceEmulator
{
    /// <summary>
    /// All groups: the seeded ones, then those of <see cref="AddGroup"/>: a copy of the list as it is now.
    /// </summary>
    /// <remarks>
    /// The seed makes a group of all the company, which contains departments, which contain teams. A department has
    /// eight teams. A team has six users, in the order of the directory and without the rooms. Users who were added by
    /// name are direct members of the group of all the company.
    /// </remarks>
    public IReadOnlyList<EmulatedGroup> Groups => Array.AsReadOnly(_tenant.State.Groups.All);

    /// <summary>Finds a group.</summary>
    /// <param name="name">The object id or the display name; of several groups with that name, the first.</param>
    /// <returns>The group.</returns>
    /// <exception cref="ArgumentException">No group has this name or id.</exception>
    public EmulatedGroup Group(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _tenant.State.Groups.TryGet(name, out EmulatedGroup? group)
            ? group
            : Groups.FirstOrDefault(one => one.DisplayName.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw new ArgumentException(
                    $"The tenant has no group '{name}'. Add one with AddGroup.", nameof(name));
    }

    /// <summary>Adds a group. A reset removes it.</summary>
    /// <param name="displayName">The name to show, for example <c>Marketing</c>.</param>
    /// <param name="members">The users who are members.</param>
    /// <returns>The group with its new id.</returns>
    /// <exception cref="ArgumentException">The name is blank, or a user is of another emulator.</exception>
    public EmulatedGroup AddGroup(string displayName, params EmulatedUser[] members)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(displayName);
        ArgumentNullException.ThrowIfNull(members);
        foreach (EmulatedUser user in members)
        {
            _tenant.RequireOwn(user);
        }

        return _tenant.State.Groups.Add(displayName, new GroupMembers(members, []));
    }
}
