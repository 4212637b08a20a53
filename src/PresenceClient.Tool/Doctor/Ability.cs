namespace PresenceClient.Tool;

/// <summary>Whether a token can do an operation.</summary>
internal enum Ability
{
    /// <summary>The token has a permission that is sufficient.</summary>
    Yes,

    /// <summary>The token has a permission that is sufficient for the signed-in person's own presence.</summary>
    OwnOnly,

    /// <summary>A permission is missing.</summary>
    Missing,

    /// <summary>Only a signed-in person can do it, so no application permission is sufficient.</summary>
    OnlyForPersons,
}
