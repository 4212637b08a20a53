namespace PresenceClient.Soak.Wire.Answers;

/// <summary>Valid answers that are slow, but within the time limit of an attempt.</summary>
internal static class SlowAnswers
{
    private const int Pieces = 8;

    public static IEnumerable<Answer> All { get; } =
    [
        Slow("head", static async stage =>
        {
            await Task.Delay(stage.Random.Between(0.05, 0.5));
            await stage.SendAsync(stage.Right());
        }),
        Slow("body", static async stage =>
        {
            Content content = stage.Right();
            TimeSpan pause = stage.Random.Between(0.01, 0.06);
            await stage.HeadAsync(content.Status, content.Body.Length);
            for (int i = 0; i < Pieces; i++)
            {
                await Task.Delay(pause);
                await stage.Wire.BodyAsync(content.Body.AsMemory()[
                    (content.Body.Length * i / Pieces)..(content.Body.Length * (i + 1) / Pieces)]);
            }

            await stage.Wire.EndAsync();
        }),
    ];

    private static Answer Slow(string what, Func<Stage, Task> playAsync) =>
        new($"slow {what}", AnswerGroup.Slow, Outcome.Taken, playAsync);
}
