using System.Net;
using PresenceClient.Soak.Wire.Leaks;

namespace PresenceClient.Soak.Wire.Answers;

/// <summary>429 with <c>Retry-After</c> in every form, its body slow or missing.</summary>
internal static class ThrottledAnswers
{
    private const string RetryAfter = "Retry-After";

    private const string Error = """{"error":{"code":"TooManyRequests","message":"Too many requests."}}""";

    public static IEnumerable<Answer> All { get; } =
    [
        After("whole seconds", 1, "1"),
        After("a fraction", 0.4, "0.4"),
        After("blanks around", 1, "  1  "),
        After("two headers", 1, "0", "1"),
        After("a list", 1, "1, 1"),
        After("a parameter", 1, "1;x=1"),
        After("a plus sign", 1, "+1"),
        Throttled("a date", static stage =>
        {
            DateTimeOffset now = DateTimeOffset.UtcNow;
            var date = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds() + 2);
            return SendAsync(stage, date - now, date.ToString("R"));
        }),
        After("a date that is past", 0, "Wed, 01 Jan 2020 00:00:00 GMT"),
        After("0", 0, "0"),
        After("a negative number", 0, "-1"),
        After("a word", 0, $"soon {Marks.Name}"),
        After("nothing in it", 0, ""),
        Throttled("no header", static stage => SendAsync(stage, TimeSpan.Zero)),
        Throttled("a slow body", static stage => SendSlowlyAsync(stage, static _ => Task.Delay(600))),
        Throttled("a body that breaks off", static stage => SendSlowlyAsync(stage, static stage =>
        {
            stage.Wire.Cut(reset: true);
            return Task.CompletedTask;
        })),
        Throttled("a body that never comes", static stage => SendSlowlyAsync(stage, static it => it.Wire.FreezeAsync()))
            with { IsEndless = true },
    ];

    /// <summary>Answers that ask the client to wait for an unrealistically long time.</summary>
    public static IEnumerable<Answer> ForEver { get; } =
    [
        After("a number beyond all time", long.MaxValue, "99999999999"),
        After("a number beyond all numbers", long.MaxValue, new string('9', 60)),
        After("the year 9999", long.MaxValue, "Fri, 31 Dec 9999 23:59:59 GMT"),
    ];

    /// <summary>Answers that ask for an immediate retry, every time.</summary>
    public static IEnumerable<Answer> AtOnce { get; } = [After("0 again and again", 0, "0")];

    private static Answer After(string what, double seconds, params string[] values) => Throttled(what, stage =>
        SendAsync(
            stage,
            seconds > TimeSpan.MaxValue.TotalSeconds ? TimeSpan.MaxValue : TimeSpan.FromSeconds(seconds),
            values));

    private static Answer Throttled(string what, Func<Stage, Task> playAsync) =>
        new($"throttled, {what}", AnswerGroup.Throttled, Outcome.Retried, playAsync)
        {
            Status = HttpStatusCode.TooManyRequests,
        };

    private static Task SendAsync(Stage stage, TimeSpan holdBack, params string[] values)
    {
        stage.Exchange.HoldBack = holdBack;
        return stage.SendAsync(429, Error, [.. values.Select(static value => Stage.Header(RetryAfter, value))]);
    }

    private static async Task SendSlowlyAsync(Stage stage, Func<Stage, Task> goOnAsync)
    {
        stage.Exchange.HoldBack = TimeSpan.FromSeconds(1);
        await stage.HeadAsync(429, Error.Length, Stage.Header(RetryAfter, "1"));
        await goOnAsync(stage);
        await stage.Wire.BodyAsync(System.Text.Encoding.UTF8.GetBytes(Error));
        await stage.Wire.EndAsync();
    }
}
