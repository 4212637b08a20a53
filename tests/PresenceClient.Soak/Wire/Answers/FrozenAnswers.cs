namespace PresenceClient.Soak.Wire.Answers;

/// <summary>Answers that end only with the client's time limit.</summary>
internal static class FrozenAnswers
{
    private static readonly TimeSpan Drip = TimeSpan.FromMilliseconds(50);

    public static IEnumerable<Answer> All { get; } =
    [
        Frozen("before the head", static stage => stage.Wire.FreezeAsync()),
        Frozen("within the head", static async stage =>
        {
            await stage.SayAsync("HTTP/1.1 200 OK\r\nContent-Type: appl");
            await stage.Wire.FreezeAsync();
        }) with { IsRaw = true },
        Frozen("before the body", static async stage =>
        {
            await stage.HeadAsync(200, length: null);
            await stage.Wire.FreezeAsync();
        }) with { Fits = Questions.HasBody },
        Frozen("within the body", static async stage =>
        {
            Content content = stage.Right();
            await stage.HeadAsync(content.Status, content.Body.Length);
            await stage.Wire.BodyAsync(content.Body.AsMemory(0, content.Body.Length / 2));
            await stage.Wire.FreezeAsync();
        }) with { Fits = Questions.HasBody },
        Frozen("but for a drop now and then", static async stage =>
        {
            await stage.HeadAsync(200, length: null);
            while (true)
            {
                await stage.Wire.BodyAsync(" "u8.ToArray());
                await Task.Delay(Drip);
            }
        }) with { Fits = Questions.HasBody },
    ];

    private static Answer Frozen(string where, Func<Stage, Task> playAsync) =>
        new($"frozen {where}", AnswerGroup.Frozen, Outcome.Retried, playAsync) { IsEndless = true };
}
