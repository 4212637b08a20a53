namespace PresenceClient;

/// <summary>A directory user: object id, names and account type.</summary>
/// <remarks>
/// The text of the account type is stored, and the enum is derived from it, so no value is lost. Source:
/// <see href="https://learn.microsoft.com/graph/api/resources/user">user resource type</see>.
/// </remarks>
public sealed record DirectoryUser
{
    /// <summary>The object id of the user, a GUID.</summary>
    /// <remarks>Presence operations take this id.</remarks>
    public required string Id { get; init; }

    /// <summary>The display name, or null.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The sign-in name (user principal name), or null.</summary>
    public string? UserPrincipalName { get; init; }

    /// <summary>The email address, or null.</summary>
    public string? Mail { get; init; }

    /// <summary>Whether the account is enabled; null if the service does not return the property.</summary>
    /// <remarks>
    /// Requires User.Read.All. Microsoft documents that User.ReadBasic.All covers only the basic profile, and with it
    /// the property was observed to be null. The accounts of rooms and shared mailboxes are usually disabled.
    /// </remarks>
    public bool? AccountEnabled { get; init; }

    /// <summary>Whether the user is a member or a guest of the organization.</summary>
    /// <value><see cref="DirectoryUserType.Unknown"/> if the service does not return it.</value>
    /// <remarks>Requires User.Read.All, like <see cref="AccountEnabled"/>.</remarks>
    public DirectoryUserType UserType
    {
        get => WireNames<DirectoryUserType>.Parse(UserTypeText);
        init => UserTypeText = value == DirectoryUserType.Unknown
            ? null
            : WireNames<DirectoryUserType>.TextOf(value, UserTypeText);
    }

    /// <summary>The account type exactly as the service sent it; null if it is missing.</summary>
    public string? UserTypeText { get; init; }

    /// <summary>
    /// Returns whether a text is an object id, which presence operations take, and not a sign-in name.
    /// </summary>
    /// <param name="text">The text; null is not an object id.</param>
    /// <returns>True for a GUID of 36 characters, for example <c>11111111-1111-4111-8111-111111111111</c>.</returns>
    public static bool IsObjectId(string? text) => GuidText.IsGuid(text);
}
