namespace PresenceClient.Soak.Wire.Answers;

/// <summary>The kinds of answers that the mix of a client weighs.</summary>
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
