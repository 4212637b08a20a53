namespace PresenceClient.Presences.Watching;

/// <summary>What a reader received last for a user.</summary>
internal enum FormerKind
{
    /// <summary>The reader has received no state of the user.</summary>
    Nothing = 0,

    /// <summary>The information that the user is missing.</summary>
    Missing,

    /// <summary>A presence, which is then <c>Previous</c> of the next change.</summary>
    Presence,

    /// <summary>A state before the version that the reader continues after. It is not remembered.</summary>
    Forgotten,
}
