using System.Text;

namespace PresenceClient.Soak.Wire.Answers;

/// <summary>Answers that are larger than any presence answer.</summary>
internal static class OversizedAnswers
{
    private const int Megabyte = 1024 * 1024;

    private const int TooMany = 66;

    private const int ManyEntries = 60_000;

    private static readonly byte[] Blank = Encoding.ASCII.GetBytes(new string(' ', Megabyte));

    private static readonly Lazy<byte[]> Bomb = new(static () => GoodAnswers.Pack(
        Encoding.ASCII.GetBytes(new string(' ', TooMany * Megabyte)), "gzip"));

    public static IEnumerable<Answer> All { get; } =
    [
        Oversized("announced", static async stage =>
        {
            await stage.HeadAsync(200, (long)TooMany * Megabyte);
            await stage.Wire.BodyAsync(Blank);
            await stage.Wire.FreezeAsync();
        }),
        Oversized("body", static async stage =>
        {
            await stage.HeadAsync(200, length: null);
            for (int i = 0; i < TooMany; i++)
            {
                await stage.Wire.BodyAsync(Blank);
            }

            await stage.Wire.EndAsync();
        }),
        Oversized("when unpacked", static stage => stage.SendAsync(
            200, Bomb.Value, Stage.Header("Content-Encoding", "gzip"))),
        Oversized("number of entries", static stage => stage.SendAsync(200, ManyTimes(stage)))
            with { Outcome = Outcome.Open, Fits = Questions.IsReadMany },
    ];

    private static Answer Oversized(string what, Func<Stage, Task> playAsync) =>
        new($"oversized {what}", AnswerGroup.Oversized, Outcome.Final, playAsync) { Fits = Questions.HasBody };

    private static string ManyTimes(Stage stage)
    {
        string page = Encoding.UTF8.GetString(Contents.Page(stage, [stage.Exchange.FirstUser], null).Body);
        int start = page.IndexOf('[', StringComparison.Ordinal) + 1;
        int end = page.LastIndexOf(']');
        string entry = string.IsNullOrWhiteSpace(page[start..end]) ? "null" : page[start..end];
        return page[..start] + string.Join(',', Enumerable.Repeat(entry, ManyEntries)) + page[end..];
    }
}
