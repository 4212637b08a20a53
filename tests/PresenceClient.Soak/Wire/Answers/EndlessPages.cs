using PresenceClient.Soak.Wire.Exchanges;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Answers;

/// <summary>Next links that never end, form a circle or lead to another host.</summary>
internal static class EndlessPages
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    // Each page of an endless listing has the same answer.
    private static readonly Answer Empty = Endless("empty", static stage => GoOnAsync(stage, [], Empty!));

    private static readonly Answer Repeated = Endless("that repeat", static stage =>
        GoOnAsync(stage, stage.Exchange.Users.Take(3), Repeated!));

    private static readonly Answer Circle = Endless("in a circle", static stage =>
        stage.Exchange.Question.PageToken is { Length: > 0 } token
            ? SendAsync(stage, Pages.LinkTo(stage.Exchange, token))
            : GoOnAsync(stage, [], Circle!));

    public static IEnumerable<Answer> All { get; } =
    [
        Empty,
        Empty,
        Repeated with { Fits = Questions.IsReadMany },
        Circle,
        Endless("elsewhere", static stage => SendAsync(stage, $"{stage.Service.Elsewhere}/v1.0/users?$skiptoken=1")),
        Endless("of another scheme", static stage => SendAsync(stage, "ftp://127.0.0.1/v1.0/users")),
        Endless("at a path", static stage => SendAsync(stage, "/v1.0/users?$skiptoken=1")),
        Endless("at no address", static stage => SendAsync(stage, "h:t:t:p")),
    ];

    private static Answer Endless(string which, Func<Stage, Task> playAsync) =>
        new($"pages {which}", AnswerGroup.EndlessPages, Outcome.Open, playAsync) { Fits = Questions.IsPaged };

    private static async Task GoOnAsync(Stage stage, IEnumerable<UserKey> users, Answer answer)
    {
        await Task.Delay(Pause);
        await stage.SendAsync(Contents.Page(stage, users, stage.Exchange.Question.Kind
            is QuestionKind.ReadMany or QuestionKind.ReadManyPage
                ? stage.Service.Pages.LinkTo(stage.Exchange, stage.Exchange.Users, answer)
                : stage.Service.Pages.LinkTo(stage.Exchange, offset: 0, answer)));
    }

    private static Task SendAsync(Stage stage, string link) => stage.SendAsync(Contents.Page(stage, [], link));
}
