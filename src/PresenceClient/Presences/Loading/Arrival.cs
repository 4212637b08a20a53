namespace PresenceClient.Presences.Loading;

/// <summary>What a caller of the loader meets.</summary>
internal enum Arrival
{
    /// <summary>An answer that is young enough.</summary>
    Remembered,

    /// <summary>A read of the same user that is pending.</summary>
    Joined,

    /// <summary>Nothing: the user is one more of those to be read.</summary>
    Gathered,

    /// <summary>Nothing, and the user is the first of those who are gathered.</summary>
    StartsGathering,
}
