using PresenceClient.Emulator.Protocol;
using static PresenceClient.Emulator.Core.PermissionNames;

namespace PresenceClient.Emulator.Graph;

/// <summary>The rules that operations share.</summary>
internal static class PermissionRules
{
    private static readonly string[] FullProfile = [UserReadAll, DirectoryReadAll];
    private static readonly string[] Directory = [UserReadBasicAll, .. FullProfile];
    private static readonly string[] Members = [GroupMemberReadAll, GroupReadAll, DirectoryReadAll];

    public static readonly PermissionRule ReadMe = new() { Delegated = [Read, ReadAll] };

    public static readonly PermissionRule WriteMe = new() { Delegated = [ReadWrite] };

    public static readonly PermissionRule ReadUser =
        new() { Delegated = [ReadAll], Self = [Read], Application = [ReadAll, ReadWriteAll] };

    public static readonly PermissionRule WriteUser = new() { Self = [ReadWrite], Application = [ReadWriteAll] };

    public static readonly PermissionRule ReadMany =
        new() { Delegated = [ReadAll], Application = [ReadAll, ReadWriteAll] };

    public static readonly PermissionRule ListUsers = new() { Delegated = Directory, Application = Directory };

    public static readonly PermissionRule GetUser =
        new() { Delegated = Directory, Self = [UserRead], Application = Directory };

    public static readonly PermissionRule ListMembers = new() { Delegated = Members, Application = Members };

    /// <summary>Whether a caller may see more of users than that they exist.</summary>
    public static bool SeesUsers(Caller caller) => caller.HasAny(Directory);

    /// <summary>Whether a caller may see more than the basic profile of users.</summary>
    public static bool SeesFullProfiles(Caller caller) => caller.HasAny(FullProfile);

    /// <summary>Whether a caller may see more than the basic profile of a user; a user's own takes less.</summary>
    public static bool SeesFullProfile(Caller caller, EmulatedUser user) =>
        SeesFullProfiles(caller) || (caller.User == user && caller.HasAny([UserRead]));
}
