namespace PresenceClient.Emulator.State;

/// <summary>The direct members of a group. Never changed in place.</summary>
internal sealed record GroupMembers(EmulatedUser[] Users, EmulatedGroup[] Groups)
{
    public GroupMembers With(EmulatedUser user) => Users.Contains(user) ? this : this with { Users = [.. Users, user] };

    public GroupMembers With(EmulatedGroup group) =>
        Groups.Contains(group) ? this : this with { Groups = [.. Groups, group] };

    public GroupMembers Without(EmulatedUser user) =>
        Users.Contains(user) ? this with { Users = Array.FindAll(Users, one => one != user) } : this;

    public GroupMembers Without(EmulatedGroup group) =>
        Groups.Contains(group) ? this with { Groups = Array.FindAll(Groups, one => one != group) } : this;
}
