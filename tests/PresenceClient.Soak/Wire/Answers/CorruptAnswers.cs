using System.Text;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Answers;

/// <summary>Answers with status 200 that cannot be read, or that do not fit the question.</summary>
internal static class CorruptAnswers
{
    private const int DeepNesting = 5_000;

    private const int LongHeader = 200_000;

    private const string Start = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private static readonly UserKey Stranger = new(0x7ffd0000, 1, Trait.Known);

    public static IEnumerable<Answer> All { get; } =
    [
        Raw("a status line that is none", static _ => "NONSENSE 200\r\n\r\n"),
        Raw("a header without an end", static _ => $"HTTP/1.1 200 OK\r\nX: {new string('x', LongHeader)}\r\n\r\n{{}}"),
        Raw("two lengths", static _ => Start + "Content-Length: 2\r\nContent-Length: 70\r\n\r\n{}"),
        Raw("a length that is none", static _ => Start + "Content-Length: -5\r\n\r\n{}"),
        Raw("a chunk size that is none", static _ => Start + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"),
        Text("not JSON", static stage => $"presence of {NameOf(stage)} {IdOf(stage)}, not JSON"),
        Text("empty", static _ => ""),
        Text("null", static _ => "null"),
        Text("a list", static _ => "[]"),
        Text("a text", static stage => $"\"{IdOf(stage)}\""),
        Text("an empty object", static _ => "{}"),
        Text("too deep", static _ =>
            $"{{\"x\":{new string('[', DeepNesting)}{new string(']', DeepNesting)},\"value\":[]}}"),
        Text("more than one value", static stage => Right(stage) + Right(stage)),
        Text("half of a character", static stage =>
            Right(stage).Replace("\"availability\":", "\"availability\":\"\\ud800\",\"x\":", StringComparison.Ordinal)
                + "\ud800"),
        Text("value is null", static _ => """{"value":null}""") with { Fits = Questions.IsPaged },
        Text("value is an object", static _ => """{"value":{}}""") with { Fits = Questions.IsPaged },
        Text("value twice", static _ => """{"value":[],"value":[]}""") with { Fits = Questions.IsPaged },
        Text("a next link that is a number", static _ => """{"value":[],"@odata.nextLink":7}""")
            with { Fits = Questions.IsPaged },
        Text("a user of the directory", static stage => $$"""{"id":"{{IdOf(stage)}}","displayName":"Adele"}""")
            with { Fits = Questions.IsRead },
        Text("the presence of another user", static stage =>
                $$"""{"id":"{{Stranger.Id}}","availability":"Busy","activity":"Busy"}""")
            with { Fits = Questions.NamesUser },
        Text("a presence without an id", static _ => """{"availability":"Busy","activity":"Busy"}""")
            with { Fits = Questions.IsRead },
        Corrupt("not UTF-8", Outcome.Retried, static stage =>
            stage.SendAsync(200, (byte[])[.. "{\"id\":\""u8, 0xC3, 0x28, .. "\"}"u8])),
        Corrupt("gzip that is none", Outcome.Retried, static stage =>
            stage.SendAsync(200, stage.Right().Body, Stage.Header("Content-Encoding", "gzip"))),
        Corrupt("204 without a presence", Outcome.Open, static stage => stage.SendAsync(204, "")),
        Corrupt("HTML of a proxy", Outcome.Final, static stage => stage.SendAsync(
            200, $"<html>Sign in, {NameOf(stage)}</html>", Stage.Header("Content-Type", "text/html; charset=utf-8"))),
        Corrupt("a media type that names a user", Outcome.Final, static stage => stage.SendAsync(
            200, "x", Stage.Header("Content-Type", $"text/{IdOf(stage)}"))),
    ];

    private static Answer Corrupt(string what, Outcome outcome, Func<Stage, Task> playAsync) =>
        new($"corrupt, {what}", AnswerGroup.Corrupt, outcome, playAsync) { Fits = Questions.HasBody };

    private static Answer Text(string what, Func<Stage, string> body) =>
        Corrupt(what, Outcome.Retried, stage => stage.SendAsync(200, body(stage)));

    private static Answer Raw(string what, Func<Stage, string> bytes) => Corrupt(what, Outcome.Open, async stage =>
    {
        await stage.SayAsync(bytes(stage));
        stage.Wire.Cut(reset: false);
    }) with
    { IsRaw = true };

    private static string IdOf(Stage stage) => stage.Exchange.FirstUser.Id;

    private static string NameOf(Stage stage) => stage.Exchange.FirstUser.Name;

    private static string Right(Stage stage) => Encoding.UTF8.GetString(stage.Right().Body);
}
