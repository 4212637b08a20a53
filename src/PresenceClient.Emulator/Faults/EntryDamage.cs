namespace PresenceClient.Emulator;

/// <summary>What a fault does to the entries of a collection, such as the answer of a bulk read.</summary>
[Flags]
public enum EntryDamage
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>One entry, chosen by the seed, is there twice.</summary>
    Duplicate = 1,

    /// <summary>The entries are in another order, chosen by the seed.</summary>
    Reorder = 2,

    /// <summary>One entry, chosen by the seed, is not there.</summary>
    Omit = 4,
}
