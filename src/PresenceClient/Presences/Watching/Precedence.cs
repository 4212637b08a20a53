namespace PresenceClient.Presences.Watching;

/// <summary>Which of two states of a user counts; <c>readme.md</c> has the rules.</summary>
internal enum Precedence
{
    /// <summary>The incoming state counts.</summary>
    Newer = 0,

    /// <summary>It was observed earlier than the one that is known.</summary>
    Earlier,

    /// <summary>Its sequence number is lower than that of the one that is known.</summary>
    LowerNumber,
}
