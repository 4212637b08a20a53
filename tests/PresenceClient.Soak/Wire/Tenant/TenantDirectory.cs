namespace PresenceClient.Soak.Wire.Tenant;

/// <summary>The entries of the directory.</summary>
internal static class TenantDirectory
{
    /// <summary>The number of users of a listing, over several pages.</summary>
    public const int Count = 250;

    public const int PageSize = 100;

    // Not the number of a call.
    private const int ListedCall = 0x7fff0000;

    public static UserKey Listed(int place) => new(ListedCall, place, Trait.Known);

    public static DirectoryUser Of(UserKey user) => new()
    {
        Id = user.Id,
        DisplayName = $"Adele {user.Place} {Leaks.Marks.Name}",
        UserPrincipalName = user.Name,
        Mail = user.Place % 2 == 0 ? user.Name : null,
    };
}
