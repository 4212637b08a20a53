namespace PresenceClient.Soak.Report;

/// <summary>A count that must be 0.</summary>
internal enum Figure
{
    /// <summary>A call that did not end within its time limit, or after its cancellation.</summary>
    Hung,

    /// <summary>A call whose outcome does not match the server's answers.</summary>
    Wrong,

    /// <summary>A token, an id, a name or a text in a place where it must not appear.</summary>
    Leaked,

    /// <summary>An exception that was never observed.</summary>
    Unobserved,

    /// <summary>A request that was sent too early.</summary>
    OverPace,

    /// <summary>A change of the tenant that a reader of a watch did not get.</summary>
    Lost,

    /// <summary>A change that a reader of a watch got after a later one.</summary>
    OutOfOrder,

    /// <summary>A change that a reader of a watch got, and that the tenant never had.</summary>
    Invented,

    /// <summary>A user whose final state differs between the tenant and a reader, or the watch itself.</summary>
    Stale,

    /// <summary>A user who does not show what was declared, although nothing fails.</summary>
    WrongAtCheck,

    /// <summary>A user whose session is there after a clean stop.</summary>
    LeftAtEnd,

    /// <summary>Managed memory that grows by more than the limit.</summary>
    Grown,
}
