namespace PresenceClient.Presences.Watching;

/// <summary>How an incoming state of a user compares with the known one; <c>readme.md</c> has the rules.</summary>
internal enum Precedence
{
    /// <summary>The incoming state replaces the known one.</summary>
    Newer = 0,

    /// <summary>It was observed earlier than the one that is known.</summary>
    Earlier,

    /// <summary>Its sequence number is lower than that of the one that is known.</summary>
    LowerNumber,
}
