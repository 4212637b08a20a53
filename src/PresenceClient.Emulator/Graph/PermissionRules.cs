namespace PresenceClient.Emulator;

/// <summary>The rules that operations share.</summary>
internal static class PermissionRules
{
    private const string Read = "Presence.Read";
    private const string ReadAll = "Presence.Read.All";
    private const string ReadWrite = "Presence.ReadWrite";
    private const string ReadWriteAll = "Presence.ReadWrite.All";
    private const string UserRead = "User.Read";
    private static readonly string[] FullProfile = ["User.Read.All", "Directory.Read.All"];
    private static readonly string[] Directory = ["User.ReadBasic.All", .. FullProfile];

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

    /// <summary>What a sign-in that names no scopes is given: enough for every operation.</summary>
    public static readonly string[] UsualScopes = [ReadAll, ReadWrite, .. Directory[..2]];

    /// <summary>Whether a caller may see more than the basic profile of users.</summary>
    public static bool SeesFullProfiles(Caller caller) => caller.HasAny(FullProfile);

    /// <summary>Whether a caller may see more than the basic profile of a user; a user's own takes less.</summary>
    public static bool SeesFullProfile(Caller caller, EmulatedUser user) =>
        SeesFullProfiles(caller) || (caller.User == user && caller.HasAny([UserRead]));
}
