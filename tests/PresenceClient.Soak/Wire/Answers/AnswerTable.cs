using PresenceClient.Soak.Wire.Clients;
using PresenceClient.Soak.Wire.Exchanges;

namespace PresenceClient.Soak.Wire.Answers;

/// <summary>All answers, and the choice of an answer for a question.</summary>
internal static class AnswerTable
{
    public static IReadOnlyList<Answer> All { get; } =
    [
        .. GoodAnswers.All, .. SlowAnswers.All, .. RefusedAnswers.All, .. CutAnswers.All, .. FrozenAnswers.All,
        .. CorruptAnswers.All, .. RedirectedAnswers.All, .. ThrottledAnswers.All, .. EndlessPages.All,
        .. ChallengedAnswers.All, .. OversizedAnswers.All,
    ];

    /// <summary>Draws an answer: first the group by the client's mix, then an answer of the group.</summary>
    public static Answer Draw(SoakClient client, QuestionKind kind, Random random)
    {
        Answer[] fitting = [.. client.Plan.Answers.Where(answer =>
            answer.Fits(kind) && (client.Plan.Transport != Transport.Http2 || !answer.IsRaw))];
        IGrouping<AnswerGroup, Answer>[] groups = [.. fitting.GroupBy(static answer => answer.Group)];
        IReadOnlyDictionary<AnswerGroup, double> weights = client.Plan.Mix.Weights;
        double place = random.NextDouble() * groups.Sum(group => weights.GetValueOrDefault(group.Key));
        foreach (IGrouping<AnswerGroup, Answer> group in groups)
        {
            place -= weights.GetValueOrDefault(group.Key);
            if (place < 0)
            {
                return random.Pick([.. group]);
            }
        }

        return random.Pick([.. GoodAnswers.All.Where(static answer => !answer.IsRaw)]);
    }
}
