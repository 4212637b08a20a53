namespace PresenceClient.Emulator.Core;

/// <summary>The permissions that operations ask for.</summary>
internal static class PermissionNames
{
    public const string Read = "Presence.Read";
    public const string ReadAll = "Presence.Read.All";
    public const string ReadWrite = "Presence.ReadWrite";
    public const string ReadWriteAll = "Presence.ReadWrite.All";
    public const string UserRead = "User.Read";
    public const string UserReadBasicAll = "User.ReadBasic.All";
    public const string UserReadAll = "User.Read.All";
    public const string GroupMemberReadAll = "GroupMember.Read.All";
    public const string GroupReadAll = "Group.Read.All";
    public const string DirectoryReadAll = "Directory.Read.All";

    /// <summary>What a sign-in that names no scopes is given: enough for every operation.</summary>
    public static readonly string[] UsualScopes =
        [ReadAll, ReadWrite, UserReadBasicAll, UserReadAll, GroupMemberReadAll];

    /// <summary>The roles of the seeded application: enough for every operation that isn't under <c>/me</c>.</summary>
    public static readonly string[] UsualRoles = [ReadWriteAll, UserReadBasicAll, UserReadAll, GroupMemberReadAll];
}
