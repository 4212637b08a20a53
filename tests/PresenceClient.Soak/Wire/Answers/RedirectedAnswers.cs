using System.Net;

namespace PresenceClient.Soak.Wire.Answers;

/// <summary>Redirects, which the client must treat as errors.</summary>
internal static class RedirectedAnswers
{
    private static readonly int[] Statuses = [300, 301, 302, 303, 307, 308];

    public static IEnumerable<Answer> All { get; } =
    [
        .. Statuses.Select(static status => Redirected(status, "to another host", static stage =>
            $"{stage.Service.Elsewhere}/v1.0/users/{stage.Exchange.FirstUser.Id}/presence")),
        Redirected(302, "to the same host", static stage => $"{stage.Exchange.Client.BaseAddress}/elsewhere"),
        Redirected(307, "to a name", static _ => "http://127.0.0.1.nip.example/"),
        Redirected(307, "to a path", static _ => "/v1.0/elsewhere"),
        Redirected(308, "to what is no address", static _ => "ht!tp://[::"),
        Redirected(302, "to a file", static _ => "file:///etc/hosts"),
        Redirected(304, "to nowhere", static _ => null),
        Redirected(302, "to nowhere", static _ => null),
    ];

    private static Answer Redirected(int status, string where, Func<Stage, string?> location) =>
        new($"redirected {status} {where}", AnswerGroup.Redirected, Outcome.Final,
            stage => location(stage) is { } address
                ? stage.SendAsync(status, "", Stage.Header("Location", address))
                : stage.SendAsync(status, ""))
        {
            Status = (HttpStatusCode)status,
        };
}
