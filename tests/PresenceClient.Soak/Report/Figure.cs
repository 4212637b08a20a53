namespace PresenceClient.Soak.Report;

/// <summary>What is counted and must be 0.</summary>
internal enum Figure
{
    /// <summary>A call did not end in its time, or not when it was cancelled.</summary>
    Hung,

    /// <summary>A call ended with something else than what the server's answers say.</summary>
    Wrong,

    /// <summary>A token, an id, a name or a text is where it must not be.</summary>
    Leaked,

    /// <summary>An exception that nobody saw.</summary>
    Unobserved,

    /// <summary>A request that the client should not have sent yet.</summary>
    OverPace,
}
