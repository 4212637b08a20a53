using PresenceClient.Emulator.Protocol;
using static PresenceClient.Emulator.Core.PermissionNames;

namespace PresenceClient.Emulator.Graph;

/// <summary>The permission rules that operations share.</summary>
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

    public static readonly PermissionRule Subscribe =
        new() { Delegated = [ReadAll], DeniedToApplications = EmulatedError.NotForApplications };

    /// <summary>Returns whether a caller can read more of users than their ids.</summary>
    public static bool SeesUsers(Caller caller) => caller.HasAny(Directory);

    /// <summary>Returns whether a caller can read more than the basic profile of all users.</summary>
    public static bool SeesFullProfiles(Caller caller) => caller.HasAny(FullProfile);

    /// <summary>
    /// Returns whether a caller can read more than the basic profile of a user; a user's own profile requires less.
    /// </summary>
    public static bool SeesFullProfile(Caller caller, EmulatedUser user) =>
        SeesFullProfiles(caller) || (caller.User == user && caller.HasAny([UserRead]));
}
