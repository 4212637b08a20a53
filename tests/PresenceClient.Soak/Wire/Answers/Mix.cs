namespace PresenceClient.Soak.Wire.Answers;

/// <summary>How often each group of answers is drawn.</summary>
internal sealed record Mix(IReadOnlyDictionary<AnswerGroup, double> Weights)
{
    /// <summary>The mix of most clients.</summary>
    public static Mix Usual { get; } = new(new Dictionary<AnswerGroup, double>
    {
        [AnswerGroup.Good] = 62,
        [AnswerGroup.Slow] = 8,
        [AnswerGroup.Refused] = 7,
        [AnswerGroup.Cut] = 6,
        [AnswerGroup.Corrupt] = 6,
        [AnswerGroup.Throttled] = 2.5,
        [AnswerGroup.Redirected] = 2,
        [AnswerGroup.Frozen] = 1.5,
        [AnswerGroup.Challenged] = 3,
        [AnswerGroup.EndlessPages] = 3,
        [AnswerGroup.Oversized] = 0.4,
    });

    public Mix Without(params AnswerGroup[] groups) =>
        new(Weights.Where(weight => !groups.Contains(weight.Key)).ToDictionary());

    public Mix With(AnswerGroup group, double weight) =>
        new(new Dictionary<AnswerGroup, double>(Weights) { [group] = weight });
}
