namespace PresenceClient.Emulator;

/// <summary>The rules that operations share.</summary>
internal static class PermissionRules
{
    private const string Read = "Presence.Read";
    private const string ReadAll = "Presence.Read.All";
    private const string ReadWrite = "Presence.ReadWrite";
    private const string ReadWriteAll = "Presence.ReadWrite.All";
    private static readonly string[] Directory = ["User.ReadBasic.All", "User.Read.All", "Directory.Read.All"];

    public static readonly PermissionRule ReadMe = new() { Delegated = [Read, ReadAll] };

    public static readonly PermissionRule WriteMe = new() { Delegated = [ReadWrite] };

    public static readonly PermissionRule ReadUser =
        new() { Delegated = [ReadAll], Self = [Read], Application = [ReadAll, ReadWriteAll] };

    public static readonly PermissionRule WriteUser = new() { Self = [ReadWrite], Application = [ReadWriteAll] };

    public static readonly PermissionRule ReadMany =
        new() { Delegated = [ReadAll], Application = [ReadAll, ReadWriteAll] };

    public static readonly PermissionRule ListUsers = new() { Delegated = Directory, Application = Directory };

    public static readonly PermissionRule GetUser =
        new() { Delegated = Directory, Self = ["User.Read"], Application = Directory };

    /// <summary>What a sign-in that names no scopes is given: enough for every operation.</summary>
    public static readonly string[] UsualScopes = [ReadAll, ReadWrite, Directory[0]];
}
