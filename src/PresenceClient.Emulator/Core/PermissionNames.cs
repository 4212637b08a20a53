namespace PresenceClient.Emulator.Core;

/// <summary>The permissions that operations require.</summary>
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

    /// <summary>The scopes of a sign-in that requests none: sufficient for every operation.</summary>
    public static readonly string[] UsualScopes =
        [ReadAll, ReadWrite, UserReadBasicAll, UserReadAll, GroupMemberReadAll];

    /// <summary>The roles of the seeded application: sufficient for every operation outside <c>/me</c>.</summary>
    public static readonly string[] UsualRoles = [ReadWriteAll, UserReadBasicAll, UserReadAll, GroupMemberReadAll];
}
