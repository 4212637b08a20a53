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
}
