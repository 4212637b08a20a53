namespace PresenceClient;

/// <summary>A user of the directory: the name and the id.</summary>
/// <remarks>
/// Source: <see href="https://learn.microsoft.com/graph/api/resources/user">user resource type</see>.
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

    /// <summary>Whether a text is an object id, which presence takes, and no sign-in name.</summary>
    /// <param name="text">The text; null is none.</param>
    /// <returns>True for a GUID of 36 characters, such as <c>11111111-1111-4111-8111-111111111111</c>.</returns>
    public static bool IsObjectId(string? text) => GuidText.IsGuid(text);
}
