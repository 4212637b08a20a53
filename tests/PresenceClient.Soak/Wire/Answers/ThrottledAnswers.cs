using System.Net;
using PresenceClient.Soak.Timing;
using PresenceClient.Soak.Wire.Leaks;

namespace PresenceClient.Soak.Wire.Answers;

/// <summary>429 with <c>Retry-After</c> in every form, its body slow or missing.</summary>
internal static class ThrottledAnswers
{
    private const string RetryAfter = "Retry-After";

    private const string Error = """{"error":{"code":"TooManyRequests","message":"Too many requests."}}""";

    // The client's ceiling.
    private static readonly double Ceiling = new PresenceClientOptions().MaxRetryAfter.TotalSeconds;

    private static readonly TimeSpan LeastBackOff = TimeSpan.FromSeconds(0.5);

    public static IEnumerable<Answer> All { get; } =
    [
        After("whole seconds", 1, "1"),
        After("a fraction", 0.4, "0.4"),
        After("blanks around", 1, "  1  "),
        After("two headers", 1, "0", "1"),
        After("a list", 1, "1, 1"),
        After("a parameter", 1, "1;x=1"),
        After("a plus sign", 1, "+1"),
        Throttled("a date", static (stage, now) =>
        {
            var date = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 2);
            return SendAsync(stage, now, date - DateTimeOffset.UtcNow, date.ToString("R"));
        }),
        After("a date that is past", 0, "Wed, 01 Jan 2020 00:00:00 GMT"),
        After("0", 0, "0"),
        After("a negative number", null, "-1"),
        After("a word", null, $"soon {Marks.Name}"),
        After("nothing in it", null, ""),
        After("no header", null),
        Throttled("a slow body", static (stage, now) => SendSlowlyAsync(stage, now, static _ => Task.Delay(600))),
        Throttled("a body that breaks off", static (stage, now) => SendSlowlyAsync(stage, now, static stage =>
        {
            stage.Wire.Cut(reset: true);
            return Task.CompletedTask;
        })),
        Throttled("a body that never comes", static (stage, now) =>
            SendSlowlyAsync(stage, now, static stage => stage.Wire.FreezeAsync())) with { IsEndless = true },
    ];

    /// <summary>Answers that ask the client to wait for an unrealistically long time.</summary>
    public static IEnumerable<Answer> ForEver { get; } =
    [
        After("a number beyond all time", Ceiling, "99999999999"),
        After("a number beyond all numbers", Ceiling, new string('9', 60)),
        After("the year 9999", Ceiling, "Fri, 31 Dec 9999 23:59:59 GMT"),
    ];

    /// <summary>Answers that ask for an immediate retry, every time.</summary>
    public static IEnumerable<Answer> AtOnce { get; } = [After("0 again and again", 0, "0")];

    private static Answer After(string what, double? seconds, params string[] values) => Throttled(what,
        (stage, now) => SendAsync(stage, now, seconds is { } asked ? TimeSpan.FromSeconds(asked) : null, values));

    private static Answer Throttled(string what, Func<Stage, TimeSpan, Task> playAsync) =>
        new($"throttled, {what}", AnswerGroup.Throttled, Outcome.Retried, stage => playAsync(stage, Clock.Now))
        {
            Status = HttpStatusCode.TooManyRequests,
        };

    private static Task SendAsync(Stage stage, TimeSpan now, TimeSpan? asked, params string[] values)
    {
        Ask(stage, now, asked);
        return stage.SendAsync(429, Error, [.. values.Select(static value => Stage.Header(RetryAfter, value))]);
    }

    private static async Task SendSlowlyAsync(Stage stage, TimeSpan now, Func<Stage, Task> goOnAsync)
    {
        Ask(stage, now, TimeSpan.FromSeconds(1));
        await stage.HeadAsync(429, Error.Length, Stage.Header(RetryAfter, "1"));
        await goOnAsync(stage);
        await stage.Wire.BodyAsync(System.Text.Encoding.UTF8.GetBytes(Error));
        await stage.Wire.EndAsync();
    }

    // By a time before the head is sent, because the client can take the head at once.
    private static void Ask(Stage stage, TimeSpan now, TimeSpan? asked)
    {
        stage.Exchange.Asked = asked;
        stage.Exchange.HeldUntil = now + (asked ?? LeastBackOff);
    }
}
