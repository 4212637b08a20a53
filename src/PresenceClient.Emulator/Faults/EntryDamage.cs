namespace PresenceClient.Emulator;

/// <summary>
/// The damage that a fault does to the entries of a collection, for example the answer to a bulk read.
/// </summary>
[Flags]
public enum EntryDamage
{
    /// <summary>The entries are not changed.</summary>
    None = 0,

    /// <summary>One entry, selected by the seed, occurs twice.</summary>
    Duplicate = 1,

    /// <summary>The entries are in another order, selected by the seed.</summary>
    Reorder = 2,

    /// <summary>One entry, selected by the seed, is missing.</summary>
    Omit = 4,
}
