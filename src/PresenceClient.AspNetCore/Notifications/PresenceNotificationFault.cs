namespace PresenceClient;

/// <summary>Why notifications were rejected.</summary>
public enum PresenceNotificationFault
{
    /// <summary>The body is not a collection of notifications.</summary>
    Malformed = 0,

    /// <summary>
    /// The content is encrypted, but there are no validation tokens: the service cannot issue them for the application.
    /// </summary>
    NoTokens,

    /// <summary>A validation token is not valid.</summary>
    InvalidToken,

    /// <summary>The keys that sign validation tokens could not be read.</summary>
    NoKeys,
}
