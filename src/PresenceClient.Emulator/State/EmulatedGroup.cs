using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator;

/// <summary>
/// A group of the emulated tenant, for example a team: the users and the groups that are its members. Safe to use from
/// any thread; the next read sees a change.
/// </summary>
/// <remarks>
/// A reset restores the members of a seeded group. It removes a group that was added, whose members then throw
/// <see cref="InvalidOperationException"/>.
/// </remarks>
public sealed class EmulatedGroup
{
    private readonly Tenant _tenant;

    internal EmulatedGroup(Tenant tenant, Guid objectId, string displayName)
    {
        _tenant = tenant;
        ObjectId = objectId;
        DisplayName = displayName;
    }

    /// <summary>The object id, a GUID in lower case.</summary>
    public string Id => field ??= ObjectId.ToString();

    /// <summary>The name to show. Several groups can have the same name.</summary>
    public string DisplayName { get; }

    /// <summary>The users who are direct members: a copy of the list as it is now.</summary>
    public IReadOnlyList<EmulatedUser> Members => Array.AsReadOnly(_tenant.State.Groups.Read(this).Users);

    /// <summary>The groups that are direct members: a copy of the list as it is now.</summary>
    public IReadOnlyList<EmulatedGroup> Groups => Array.AsReadOnly(_tenant.State.Groups.Read(this).Groups);

    /// <summary>
    /// The users who are members of the group or of a group in it at any depth, each once, as Graph lists them.
    /// </summary>
    public IReadOnlyList<EmulatedUser> AllMembers => Array.AsReadOnly(_tenant.State.Groups.ReadAll(this));

    internal Guid ObjectId { get; }

    /// <summary>Makes a user a direct member.</summary>
    /// <param name="user">The user.</param>
    /// <returns>False if the user was one already.</returns>
    /// <exception cref="ArgumentException">The user is of another emulator.</exception>
    public bool AddMember(EmulatedUser user)
    {
        _tenant.RequireOwn(user);
        return _tenant.State.Groups.Change(this, members => members.With(user));
    }

    /// <summary>Ends a user's direct membership. A user can still be a member of a group in this one.</summary>
    /// <param name="user">The user.</param>
    /// <returns>False if the user was not a direct member.</returns>
    public bool RemoveMember(EmulatedUser user) =>
        _tenant.State.Groups.Change(this, members => members.Without(user));

    /// <summary>Makes a group a direct member, and so its users members too.</summary>
    /// <param name="group">The group. It can contain this one; each user still counts once.</param>
    /// <returns>False if the group was one already.</returns>
    /// <exception cref="ArgumentException">The group is of another emulator, or was removed by a reset.</exception>
    public bool AddGroup(EmulatedGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        GroupDirectory groups = _tenant.State.Groups;
        return groups.Has(group)
            ? groups.Change(this, members => members.With(group))
            : throw new ArgumentException(
                $"The group '{group.DisplayName}' is not in this tenant. It is of another emulator, or a reset removed"
                + " it. Use a group of this emulator's Groups.",
                nameof(group));
    }

    /// <summary>Ends a group's direct membership.</summary>
    /// <param name="group">The group.</param>
    /// <returns>False if the group was not a direct member.</returns>
    public bool RemoveGroup(EmulatedGroup group) =>
        _tenant.State.Groups.Change(this, members => members.Without(group));

    /// <summary>Returns the display name and the id.</summary>
    /// <returns>A text for logs and debuggers.</returns>
    public override string ToString() => $"{DisplayName} <{Id}>";
}
