namespace PresenceClient.Presences.Watching;

/// <summary>What kind of news a reader got last of a user.</summary>
internal enum FormerKind
{
    /// <summary>None.</summary>
    Nothing = 0,

    /// <summary>That the user is missing.</summary>
    Missing,

    /// <summary>A presence.</summary>
    Presence,

    /// <summary>Something, in an earlier life of the reader.</summary>
    Forgotten,
}
