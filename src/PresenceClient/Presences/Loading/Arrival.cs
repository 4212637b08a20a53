namespace PresenceClient.Presences.Loading;

/// <summary>The way in which a call of the loader gets its answer.</summary>
internal enum Arrival
{
    /// <summary>From the cache.</summary>
    Remembered,

    /// <summary>From a pending read of the same user.</summary>
    Joined,

    /// <summary>From a new read, which is added to a batch.</summary>
    Gathered,

    /// <summary>From a new read, which is the first of a batch that gathers.</summary>
    StartsGathering,
}
