namespace PresenceClient.Soak.Wire.Answers;

/// <summary>The groups of answers, which the mix of a client weights.</summary>
internal enum AnswerGroup
{
    Good,
    Slow,
    Refused,
    Cut,
    Frozen,
    Corrupt,
    Redirected,
    Throttled,
    EndlessPages,
    Challenged,
    Oversized,
}
