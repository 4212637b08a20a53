namespace PresenceClient.Soak.Wire.Answers;

/// <summary>Answers that break off.</summary>
internal static class CutAnswers
{
    private const int MostTruncated = 12;

    public static IEnumerable<Answer> All { get; } =
    [
        Cut("before the head, closed", static stage => stage.Wire.Cut(reset: false)) with { IsSilent = true },
        Cut("before the head, reset", static stage => stage.Wire.Cut(reset: true)) with { IsSilent = true },
        Cut("within the head", static async stage =>
        {
            await stage.SayAsync("HTTP/1.1 200 OK\r\nContent-Ty");
            stage.Wire.Cut(stage.Random.Chance(0.5));
        }) with { IsRaw = true },
        Cut("within the body", static stage => CutBodyAsync(stage, length: stage.Right().Body.Length))
            with { Fits = Questions.HasBody },
        Cut("within a chunked body", static stage => CutBodyAsync(stage, length: null))
            with { Fits = Questions.HasBody },
        Cut("before the last chunk", static async stage =>
        {
            Content content = stage.Right();
            await stage.HeadAsync(content.Status, length: null);
            await stage.Wire.BodyAsync(content.Body);
            stage.Wire.Cut(reset: false);
        }) with { IsRaw = true, Fits = Questions.HasBody },
        Cut("one byte short", static async stage =>
        {
            Content content = stage.Right();
            await stage.HeadAsync(content.Status, content.Body.Length + 1);
            await stage.Wire.BodyAsync(content.Body);
            stage.Wire.Cut(reset: false);
        }) with { IsRaw = true, Fits = Questions.HasBody },
        Cut("within gzip, the length right", static stage => SendTruncatedAsync(stage, "gzip"))
            with { Fits = Questions.HasBody },
        Cut("within br, the length right", static stage => SendTruncatedAsync(stage, "br"))
            with { Fits = Questions.HasBody },
    ];

    private static Answer Cut(string where, Action<Stage> play) => Cut(where, stage =>
    {
        play(stage);
        return Task.CompletedTask;
    });

    private static Answer Cut(string where, Func<Stage, Task> playAsync) =>
        new($"cut {where}", AnswerGroup.Cut, Outcome.Retried, playAsync);

    private static async Task CutBodyAsync(Stage stage, int? length)
    {
        Content content = stage.Right();
        await stage.HeadAsync(content.Status, length is null ? null : content.Body.Length);
        await stage.Wire.BodyAsync(content.Body.AsMemory(0, stage.Random.Next(content.Body.Length)));
        stage.Wire.Cut(stage.Random.Chance(0.5));
    }

    private static Task SendTruncatedAsync(Stage stage, string encoding)
    {
        Content content = stage.Right();
        byte[] packed = GoodAnswers.Pack(content.Body, encoding);
        int missing = stage.Random.Next(MostTruncated - 2, Math.Max(MostTruncated, packed.Length / 2));
        return stage.SendAsync(
            content.Status, packed.AsMemory(0, packed.Length - missing), Stage.Header("Content-Encoding", encoding));
    }
}
