using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Security;

/// <summary>Exceptions are logged whole, with all that is inside them.</summary>
public sealed class ExceptionTests
{
    private static readonly Dictionary<string, Func<Secrets, Answer>> Failures = new()
    {
        ["refused"] = s => Error(s, HttpStatusCode.BadRequest),
        ["token refused"] = s => Error(s, HttpStatusCode.Unauthorized),
        ["forbidden"] = s => Error(s, HttpStatusCode.Forbidden),
        ["not found"] = s => Error(s, HttpStatusCode.NotFound),
        ["throttled"] = s => Error(s, HttpStatusCode.TooManyRequests),
        ["not available"] = s => Error(s, HttpStatusCode.ServiceUnavailable),
        ["redirect"] = s => Answers.Empty(HttpStatusCode.Found).With("Location", $"/users/{s.Id}?{s.Name}"),
        ["no JSON"] = s => Answers.Text($"<p>{s.Id} {s.Name}", "text/html"),
        ["broken off"] = s => Answers.Json(s.Presence[..^5]),
        ["no quotes"] = s => Answers.Json(s.Spoilt($"\"{s.Id}\"", s.Id)),
        ["no value"] = s => Answers.Json(s.Spoilt("\"Busy\"", $"t{s.Message}")),
        ["of another kind"] = s => Answers.Json(s.Spoilt("\"Busy\"", $"{{ \"{s.Name}\": 1 }}")),
        ["a name twice"] = s => Answers.Json($$"""{ "value": [{{s.Presence}}, "{{s.Id}}"] }"""),
        ["next page elsewhere"] = s => Answers.Json(Samples.PageBefore($"https://evil.example/users/{s.Id}?{s.Name}")),
        ["no connection"] = _ => Answers.Throw(new HttpRequestException("Connection refused.")),
    };

    public static TheoryData<string> Kinds { get; } = new(Failures.Keys);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Failure_OfEachKind_ShowsNoneOfIt(string kind)
    {
        Secrets secrets = new();
        using GraphStub graph = new([.. secrets.Calls.Select(_ => Failures[kind](secrets))]);
        graph.Time.Jumps = true;

        IReadOnlyList<Exception> thrown = await secrets.CallAllAsync(graph.Client);

        thrown.Should().NotBeEmpty();
        thrown.Select(e => e.ToString()).Where(secrets.IsIn).Should().BeEmpty();
    }

    [Fact]
    public async Task RequestIdThatIsNone_StaysOutOfTheMessage()
    {
        using GraphStub graph = new(Answers.Json(
            """{ "error": { "code": "C", "innerError": { "request-id": "adele@contoso.com\n2026-09-07 forged" } } }""",
            HttpStatusCode.Forbidden));

        PresenceException failure = await graph.FailAsync();

        failure.Message.Should().NotContain("forged").And.NotContain("adele").And.NotContain("request-id");
        failure.RequestId.Should().StartWith("adele");
    }

    private static Answer Error(Secrets secrets, HttpStatusCode status) => Answers.Error(
        status, $"Code:{secrets.Id}", $"User {secrets.Name} ({secrets.Id}) cannot be set.");
}
