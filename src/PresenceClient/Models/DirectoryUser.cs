namespace PresenceClient;

/// <summary>A user of the directory: the id, the names and the kind of account.</summary>
/// <remarks>
/// The text of the type is stored, and the enum is derived from it, so no value is lost. Source:
/// <see href="https://learn.microsoft.com/graph/api/resources/user">user resource type</see>.
/// </remarks>
public sealed record DirectoryUser
{
    /// <summary>The object id of the user, a GUID; what presence calls take.</summary>
    public required string Id { get; init; }

    /// <summary>The name to show, or null.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The sign-in name, or null.</summary>
    public string? UserPrincipalName { get; init; }

    /// <summary>The mail address, or null.</summary>
    public string? Mail { get; init; }

    /// <summary>Whether the account can sign in; null if the service does not return it.</summary>
    /// <remarks>
    /// Needs User.Read.All: Microsoft documents that User.ReadBasic.All covers only the basic profile, and the property
    /// was seen as null with it. The accounts of rooms and shared mailboxes are usually disabled.
    /// </remarks>
    public bool? AccountEnabled { get; init; }

    /// <summary>Whether the user is a member or a guest of the organization.</summary>
    /// <value><see cref="DirectoryUserType.Unknown"/> if the service does not return it.</value>
    /// <remarks>Needs User.Read.All, as <see cref="AccountEnabled"/> does.</remarks>
    public DirectoryUserType UserType
    {
        get => WireNames<DirectoryUserType>.Parse(UserTypeText);
        init => UserTypeText = value == DirectoryUserType.Unknown
            ? null
            : WireNames<DirectoryUserType>.TextOf(value, UserTypeText);
    }

    /// <summary>The type exactly as the service sent it, or null when absent.</summary>
    public string? UserTypeText { get; init; }

    /// <summary>Whether a text is an object id, which presence takes, and no sign-in name.</summary>
    /// <param name="text">The text; null is none.</param>
    /// <returns>True for a GUID of 36 characters, such as <c>11111111-1111-4111-8111-111111111111</c>.</returns>
    public static bool IsObjectId(string? text) => GuidText.IsGuid(text);
}
