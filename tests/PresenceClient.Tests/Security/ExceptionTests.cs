using System.Net;
using Azure.Identity;
using NSubstitute;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Security;

/// <summary>Exceptions are logged whole, with their inner exceptions and data.</summary>
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
        ["in every spelling"] = s => Answers.Error(HttpStatusCode.BadRequest, "SomeCode",
            $"{{{s.Id.ToUpperInvariant()}}}, {Guid.Parse(s.Id):N}, '{s.Name}', {Uri.EscapeDataString(s.Name)}, "
                + Uri.EscapeDataString(Uri.EscapeDataString(s.Name))),
        ["as a media type"] = s => Answers.Text("x", $"text/{s.Id}"),
        ["as an escaped media type"] = s => Answers.Text("x", $"text/{Uri.EscapeDataString(s.Name)}"),
        ["a handler's words"] = s => Answers.Throw(new InvalidOperationException($"GET /users/{s.Id} ({s.Name})")),
        ["a handler's words inside"] = s => Answers.Throw(new HttpRequestException(
            HttpRequestError.ConnectionError, s.Name, new AggregateException(
                s.Id, new TimeoutException(s.Name), new IOException(s.Name, new ArgumentException("Bearer token-1"))))),
        ["a cancellation's words"] = s => Answers.Throw(new TaskCanceledException(s.Id, new TimeoutException(s.Name))),
        ["a status line"] = s => Answers.Throw(new HttpRequestException(
            HttpRequestError.InvalidResponse, $"Received an invalid status line: '{s.Message} {s.Name}'.")),
    };

    public static TheoryData<string> Kinds { get; } = new(Failures.Keys);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Failure_OfEachKind_ShowsNoneOfIt(string kind)
    {
        var secrets = new Secrets();
        using var graph = new FakeGraph([.. secrets.Calls.Select(_ => Failures[kind](secrets))]);
        graph.Time.Jumps = true;

        IReadOnlyList<Exception> thrown = await secrets.CallAllAsync(graph.Client);

        thrown.Should().NotBeEmpty();
        thrown.Select(e => e.ToString()).Where(secrets.IsIn).Should().BeEmpty();
    }

    [Fact]
    public async Task InnerFailure_IsShownWithItsTypesAndItsPlace()
    {
        using var graph = new FakeGraph(Answers.Throw(new HttpRequestException(HttpRequestError.ConnectionError,
            "Outer.", new AggregateException("Many.", new TimeoutException("One."), new IOException("Two.")))));

        string text = (await graph.FailAsync()).ToString();

        text.Should().StartWith("PresenceClient.PresenceException: users.presence.get failed: ").And.ContainAll(
            " ---> System.Net.Http.HttpRequestException: Outer.", " ---> System.AggregateException: Many.",
            " ---> System.TimeoutException: One.", " ---> System.IO.IOException: Two.",
            "   --- End of inner exception stack trace ---", $"   at {typeof(PresenceException).Namespace}.");
    }

    [Fact]
    public async Task InnerFailure_WithoutAUsableMessage_IsShownWithItsType()
    {
        Exception wordless = Substitute.For<Exception>();
        wordless.Message.Returns((string?)null);
        using var graph = new FakeGraph(
            Answers.Throw(new HttpRequestException(HttpRequestError.InvalidResponse, "Received 'SSH-2.0'.")),
            Answers.Throw(wordless));

        (await graph.FailAsync()).ToString().Should()
            .Contain(" ---> System.Net.Http.HttpRequestException: The answer is not valid HTTP.");
        (await graph.FailAsync()).ToString().Should().Contain($" ---> {wordless.GetType()}: ");
    }

    [Theory]
    [InlineData("evil\u001b[2J\r\nforged: line\u202e")]
    [InlineData(@"evil\u001b[2J\r\nforged: line\u202e")]
    [InlineData("evil%1B[2J%0D%0Aforged: line%E2%80%AE")]
    public async Task WordsOfOthers_MoveNoCursorAndForgeNoLine(string words)
    {
        string json = words.Replace("\r\n", @"\r\n", StringComparison.Ordinal)
            .Replace("\u001b", @"\u001b", StringComparison.Ordinal);
        using var graph = new FakeGraph(
            Answers.Error(HttpStatusCode.BadRequest, json, json), Answers.Throw(new InvalidOperationException(words)));

        foreach (string text in new[]
        {
            (await graph.FailAsync()).Message, (await graph.FailAsync()).ToString(),
        })
        {
            text.Split(Environment.NewLine).Should().NotContain(line => line.StartsWith("forged"));
            text.Where(c => char.IsControl(c) && c is not ('\r' or '\n')).Should().BeEmpty();
            text.Should().NotContain("\u202e");
        }
    }

    [Fact]
    public async Task CredentialsFailure_ContainsNoUser()
    {
        var secrets = new Secrets();
        using var graph = new FakeGraph();
        graph.Credential.Before = _ => throw new AuthenticationFailedException(
            $"{secrets.Name} of {secrets.Id}:", new InvalidOperationException($"{secrets.Id}: Bearer token-1"));

        IReadOnlyList<Exception> thrown = await secrets.CallAllAsync(graph.Client);

        thrown.Should().HaveCount(secrets.Calls.Count).And.AllBeOfType<PresenceAuthenticationException>();
        thrown.Select(e => e.ToString()).Where(secrets.IsIn).Should().BeEmpty();
    }

    [Fact]
    public async Task Cancellation_ShowsNothingOfWhatWasUnderWay()
    {
        var secrets = new Secrets();
        using var caller = new CancellationTokenSource();
        using var graph = new FakeGraph(
            Answers.Throw(new InvalidOperationException($"GET /users/{secrets.Id} ({secrets.Name})"))
                .After(caller.Cancel));

        OperationCanceledException cancelled = (await graph.Client.Users[secrets.Id]
            .Awaiting(u => u.GetPresenceAsync(caller.Token)).Should().ThrowAsync<OperationCanceledException>()).Which;

        cancelled.CancellationToken.Should().Be(caller.Token);
        secrets.IsIn(cancelled.ToString()).Should().BeFalse();
    }

    [Fact]
    public async Task RequestIdThatIsNone_StaysOutOfTheMessage()
    {
        using var graph = new FakeGraph(Answers.Json(
            """{ "error": { "code": "C", "innerError": { "request-id": "adele@contoso.com\n2026-09-07 forged" } } }""",
            HttpStatusCode.Forbidden));

        PresenceException failure = await graph.FailAsync();

        failure.Message.Should().NotContain("forged").And.NotContain("adele").And.NotContain("request-id");
        failure.RequestId.Should().StartWith("adele");
    }

    private static Answer Error(Secrets secrets, HttpStatusCode status) => Answers.Error(
        status, $"Code:{secrets.Id}", $"User {secrets.Name} ({secrets.Id}) cannot be set.");
}
