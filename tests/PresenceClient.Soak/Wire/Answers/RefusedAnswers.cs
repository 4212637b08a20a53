using System.Net;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Answers;

/// <summary>Error statuses with all forms of bodies, which contain the user's id and name.</summary>
internal static class RefusedAnswers
{
    private static readonly int[] FinalStatuses = [400, 401, 403, 404, 405, 409, 410, 413, 500, 501, 507];

    private static readonly int[] RetriedStatuses = [502, 503, 504];

    // The design leaves these to the client.
    private static readonly int[] OpenStatuses = [408, 425];

    /// <summary>The answer to a request for a user who is always refused.</summary>
    public static Answer Poisoned { get; } = Refused(400, Outcome.Final) with { Name = "refused 400 for one user" };

    public static IEnumerable<Answer> All { get; } =
    [
        .. FinalStatuses.Select(static status => Refused(status, Outcome.Final)),
        .. RetriedStatuses.Select(static status => Refused(status, Outcome.Retried)),
        .. OpenStatuses.Select(static status => Refused(status, Outcome.Open)),
        Refused(500, Outcome.Final) with
        {
            Name = "refused 500, a megabyte of words",
            PlayAsync = static stage => stage.SendAsync(500, $$$"""
                {"error":{"code":"x","message":"{{{new string('x', 1024 * 1024)}}}{{{stage.Exchange.FirstUser.Id}}}"}}
                """),
        },
        Refused(503, Outcome.Retried) with
        {
            Name = "refused 503, a body that breaks off",
            PlayAsync = static async stage =>
            {
                await stage.HeadAsync(503, 500);
                await stage.Wire.BodyAsync("{\"error\":"u8.ToArray());
                stage.Wire.Cut(reset: true);
            },
        },
        Refused(503, Outcome.Retried) with
        {
            Name = "refused 503 with Retry-After",
            PlayAsync = static stage =>
            {
                stage.Exchange.Asked = TimeSpan.FromSeconds(1);
                return stage.SendAsync(503, "", Stage.Header("Retry-After", "1"));
            },
        },
    ];

    private static Answer Refused(int status, Outcome outcome) =>
        new($"refused {status}", AnswerGroup.Refused, outcome, stage => SendAsync(stage, status))
        {
            Status = (HttpStatusCode)status,
        };

    private static Task SendAsync(Stage stage, int status)
    {
        UserKey user = stage.Exchange.FirstUser;
        string words = Words(stage, user);
        string json = words.Replace("\"", "\\\"", StringComparison.Ordinal);
        return stage.Random.Next(7) switch
        {
            0 => stage.SendAsync(status, ""),
            1 => stage.SendAsync(status, $$"""{"error":"{{json}}","error_description":"{{json}}"}"""),
            2 => stage.SendAsync(status,
                $$$$"""{"odata.error":{"code":"x","message":{"lang":"en","value":"{{{{json}}}}"}}}"""),
            3 => stage.SendAsync(status, $$"""{"statusCode":{{status}},"message":"{{json}}"}"""),
            4 => stage.SendAsync(status, $"<html>{words}</html>", Stage.Header("Content-Type", "text/html")),
            5 => stage.SendAsync(status,
                $$$"""{"error":{"code":"{{{user.Id}}}","message":"{{{json}}}"}}""",
                Stage.Header("request-id", user.Name)),
            _ => stage.SendAsync(status, $$$$"""
                {"error":{"code":"x","message":"{{{{json}}}}","innerError":{"request-id":"{{{{Guid.Empty}}}}"}}}
                """),
        };
    }

    private static string Words(Stage stage, UserKey user) => stage.Random.Next(9) switch
    {
        0 => $"Resource '{user.Id}' does not exist.",
        1 => $"Resource {user.Id.Replace("-", "", StringComparison.Ordinal)} does not exist.",
        2 => $"User {user.Name} is not known.",
        3 => $"User {user.Name.Replace("@", "%40", StringComparison.Ordinal)} is not known.",
        4 => $"User {user.Name.Replace("@", "%2540", StringComparison.Ordinal)} is not known.",
        5 => $"User\\u001b[31m{user.Name}\\u001b[0m is not known.",
        6 => $"/v1.0/users/{user.Id.ToUpperInvariant()}/presence is not there, <{user.Name}>.",
        7 => $"Cannot set the presence of another user. Authenticated user: {user.Id}, requested: \"{user.Name}\".",
        _ => "",
    };
}
