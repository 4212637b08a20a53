using System.Net;
using System.Text;

namespace PresenceClient.Soak.Wire.Answers;

/// <summary>Status 401 with a claims challenge, in the forms that services send.</summary>
internal static class ChallengedAnswers
{
    /// <summary>The claims of a challenge.</summary>
    public const string Claims = """{"access_token":{"nbf":{"essential":true,"value":"1757930000"}}}""";

    private static readonly string Encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(Claims));

    public static IEnumerable<Answer> All { get; } =
    [
        Challenged("quoted", _ =>
            [$"Bearer realm=\"\", error=\"insufficient_claims\", claims=\"{Encoded}\""]),
        Challenged("as Graph sends it", stage => [
            $"Bearer realm=\"\", authorization_uri={stage.Service.Elsewhere}/common/oauth2/authorize, "
                + "client_id=\"00000003-0000-0000-c000-000000000000\", error=\"insufficient_claims\", "
                + $"claims=\"{Encoded}\""]),
        Challenged("in another order", stage => [
            $"Bearer claims=\"{Encoded}\", error=\"insufficient_claims\", realm=\"{stage.Service.Elsewhere}\""]),
        Challenged("without quotes", _ => [$"Bearer error=insufficient_claims, claims={Encoded}"]),
        Challenged("after another scheme", _ => [
            $"Negotiate, Bearer error=\"insufficient_claims\", claims=\"{Encoded}\""]),
        Challenged("in a second header", _ => [
            "Basic realm=\"x\"", $"Bearer error=\"insufficient_claims\", claims=\"{Encoded}\""]),
        Refused("with claims that are none", _ => ["Bearer error=\"insufficient_claims\", claims=\"%%%\""]),
        Refused("for another scheme", _ => ["Basic realm=\"x\", charset=\"UTF-8\""]),
        Refused("without claims", _ => ["Bearer error=\"invalid_token\", error_description=\"expired\""]),
    ];

    private static Answer Challenged(string how, Func<Stage, string[]> challenges) => new(
        $"challenged, {how}", AnswerGroup.Challenged, Outcome.Challenged, stage => SendAsync(stage, challenges(stage)))
    {
        Status = HttpStatusCode.Unauthorized,
    };

    private static Answer Refused(string how, Func<Stage, string[]> challenges) =>
        Challenged(how, challenges) with { Outcome = Outcome.Final };

    private static Task SendAsync(Stage stage, string[] challenges) => stage.SendAsync(401, "",
        [.. challenges.Select(static challenge => Stage.Header("WWW-Authenticate", challenge))]);
}
