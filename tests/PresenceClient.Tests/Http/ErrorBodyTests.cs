using System.Net;
using PresenceClient.Http;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

/// <summary>The status decides the kind of failure. The body only adds details.</summary>
public sealed class ErrorBodyTests
{
    private const string Id = Samples.RequestId;

    public static TheoryData<string, string?, string?, string?> Bodies { get; } = new()
    {
        { $$"""{"error":{"code":"C","message":"M","innerError":{"request-id":"{{Id}}"} } }""", "C", "M", Id },
        { $$"""{"error":{"code":"C","message":"M","innererror":{"request-id":"{{Id}}"} } }""", "C", "M", Id },
        { $$"""{"error":{"innerError":{"code":"X","message":1,"request-id":"{{Id}}"},"code":"C"} }""", "C", null, Id },
        { $$"""{"error":{"innerError":{"innerError":{"request-id":"{{Id}}"} },"code":"C"} }""", "C", null, Id },
        { """{"error":{"code":"C","message":""}}""", "C", "", null },
        { """{"error":{"code":null,"message":null,"innerError":null}}""", null, null, null },
        { """{"error":{"code":["C"],"message":{"M":1},"innerError":["x"],"details":[{}]}}""", null, null, null },
        { """{"error":{"code":5,"message":true,"innerError":"x","target":"t"}}""", null, null, null },
        { """{"error":{"code":"C","innerError":{"request-id":7}}}""", "C", null, null },
        { """{"error":"bad_client","error_description":"words","trace_id":"x"}""", "bad_client", "words", null },
        { """{"error_description":"words","error":"bad_client","error_codes":[1]}""", "bad_client", "words", null },
        { """{"error":"Forbidden"}""", "Forbidden", null, null },
        { """{"error":"The gateway is closed."}""", null, "The gateway is closed.", null },
        { """{"status":403,"error":"Not Allowed","message":"No.","path":"/x"}""", "Not Allowed", "No.", null },
        { """{"statusCode":403,"message":"Missing subscription key."}""", null, "Missing subscription key.", null },
        { """{"Message":"Denied.","code":"E1"}""", "E1", "Denied.", null },
        { """{"message":{"x":"y"},"title":"Denied","detail":"By a rule.","status":403}""", null, "By a rule.", null },
        { """{"title":"Denied","status":403}""", null, "Denied", null },
        { """{"odata.error":{"code":"C","message":{"lang":"en-US","value":"M"}}}""", "C", "M", null },
        { """{"odata.error":{"message":{"value":"M","lang":"en-US"},"code":"C"}}""", "C", "M", null },
        { """{"odata.error":{"code":"C","message":"M"}}""", "C", "M", null },
        { """{"error":{"code":"C","message":{"lang":"en-US","value":"M","x":[{}]}}}""", "C", "M", null },
        { """{"error":{"code":"C","message":{"lang":5,"value":null}}}""", "C", null, null },
        { """{"message":"of the gateway","error":{"code":"C","message":"M"}}""", "C", "M", null },
        { """{"error":{"message":"M","status":403}}""", null, "M", null },
        { $$"""{"error":{"code":"C","INNERERROR":{"request-id":"{{Id}}"} } }""", "C", null, Id },
        { """{"error":{"message":{"x":[{"value":"X"}],"value":"M"},"code":"C"}}""", "C", "M", null },
        { """{"error":{"innerError":"x","code":"C"}}""", "C", null, null },
        { """{"error":{"details":{"request-id":"x"},"code":"C"}}""", "C", null, null },
        { """{"error":{"details":[{"code":"X"}],"code":"C"}}""", "C", null, null },
        { $$"""{"error":{"innerError":{"request-id":"{{Id}}","innererror":{"request-id":7} } } }""", null, null, Id },
        { $$"""{"error":{"innerError":{"x":{"request-id":"y"},"request-id":"{{Id}}"} } }""", null, null, Id },
        { """{"message":"Denied.","Message":null}""", null, "Denied.", null },
        { """{"message":"cut o""", null, null, null },
        { """{"error":[{"code":"C"}]}""", null, null, null },
        { """{"error":null}""", null, null, null },
        { """{"value":{"error":{"code":"C"}}}""", null, null, null },
        { """[{"error":{"code":"C"}}]""", null, null, null },
        { "\"error\"", null, null, null },
        { "null", null, null, null },
        { "", null, null, null },
        { "<html><body>Bad Gateway</body></html>", null, null, null },
        { """{"error":{"code":"C","message":"M","innerEr""", "C", "M", null },
        { """{"error":{"code":"C","message":"\ud800"}}""", "C", null, null },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task AnyBody_GivesWhatItHolds(string body, string? code, string? message, string? requestId)
    {
        using var graph = new FakeGraph(Answers.Json(body, HttpStatusCode.Forbidden));

        PresenceException failure = await graph.FailAsync();

        failure.Should().BeOfType<PresenceAccessDeniedException>();
        failure.Should().BeEquivalentTo(new
        {
            ErrorCode = code,
            ServiceMessage = message,
            RequestId = requestId,
            StatusCode = HttpStatusCode.Forbidden,
        });
    }

    [Theory]
    [InlineData(401, """{"statusCode":401,"message":"Access denied due to missing subscription key."}""")]
    [InlineData(401, """{"error":"Unauthorized"}""")]
    [InlineData(401, "<html>Sign in</html>")]
    [InlineData(401, "")]
    [InlineData(403, """{"message":"Forbidden"}""")]
    [InlineData(403, "")]
    public async Task RefusalOfAGateway_DoesNotNameOnlyTokenOrPermission(int status, string body)
    {
        using var graph = new FakeGraph(Answers.Json(body, (HttpStatusCode)status));

        PresenceException failure = await graph.FailAsync();

        failure.Message.Should().Contain("does not have Microsoft Graph's error format").And.Contain("gateway")
            .And.NotContain("accept the token").And.NotContain(" Grant ");
        failure.StatusCode.Should().Be((HttpStatusCode)status);
    }

    [Fact]
    public async Task TokenRefusedByGraph_IsSaid()
    {
        using var graph = new FakeGraph(
            Answers.Error(HttpStatusCode.Unauthorized, "InvalidAuthenticationToken", "Access token is empty."),
            Answers.Empty(HttpStatusCode.Unauthorized).With("request-id", Id));

        (await graph.FailAsync()).Message.Should().Contain("The service rejected the token.");
        (await graph.FailAsync()).Message.Should().Contain("The service rejected the token.");
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task BodyWithoutEnd_IsReadToItsBoundAndNoMore(HttpStatusCode status)
    {
        long sum = 0;
        using var stream = ScriptedStream.Endless(count => sum += count);
        using var graph = new FakeGraph(Answers.Stream(stream, status));

        (await graph.FailAsync()).StatusCode.Should().Be(status);

        sum.Should().Be(ErrorBody.MaxLength);
    }

    [Theory]
    [InlineData("word ")]
    [InlineData("x")]
    [InlineData("世界 ")]
    [InlineData("\\u4e16\\ud83d\\ude00 ")]
    public async Task WordsWithoutEnd_AreKeptToABound(string word)
    {
        string words = string.Concat(Enumerable.Repeat(word, 1_000_000));
        using var graph = new FakeGraph(Answers.Json(
            $$"""{"error":{"code":"{{new string('C', 9_000)}}","message":"Beginning. {{words}}"} }""",
            HttpStatusCode.ServiceUnavailable).With("request-id", new string('r', 9_000)));

        PresenceException failure = await graph.FailAsync();

        failure.ServiceMessage.Should().StartWith("Beginning. ").And.EndWith("…");
        new[] { failure.ServiceMessage!, failure.Message, failure.ErrorCode!, failure.RequestId! }.Should()
            .OnlyContain(text => text.Length <= 4_001);
        failure.ToString().Length.Should().BeLessThan(8_000);
    }

    public static TheoryData<string, string> Ends { get; } = new()
    {
        { "one two three", "one two" },
        { new string('x', 500), new string('x', 500) },
        { $"one {new string('x', 1_021)}\\u", "one" },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task BodyThatIsCutWithinAText_KeepsItsWholeWords(string text, string kept)
    {
        const string Begin = "{\"error\":{\"code\":\"C\",\"x\":\"";
        string middle = $"\",\"message\":\"{text}";
        string before = Begin + new string('x', ErrorBody.MaxLength - Begin.Length - middle.Length) + middle;
        using var graph = new FakeGraph(Answers.Json($"{before}0041\"}}}}", HttpStatusCode.ServiceUnavailable));

        (await graph.FailAsync()).ServiceMessage.Should().Be(kept);
    }

    [Fact]
    public async Task RequestIdInTheHeader_WinsOverTheBody()
    {
        using var graph = new FakeGraph(Answers.Error(HttpStatusCode.Forbidden).With("request-id", "of-the-header"));

        (await graph.FailAsync()).RequestId.Should().Be("of-the-header");
    }

    [Fact]
    public async Task RequestIdInTheHeader_NeedsNoBody()
    {
        using var graph = new FakeGraph(Answers.Empty(HttpStatusCode.BadGateway).With("request-id", "of-the-header"));

        (await graph.FailAsync()).RequestId.Should().Be("of-the-header");
    }

    [Fact]
    public async Task BodyBreaksOff_StatusStands()
    {
        using var stream = ScriptedStream.Breaking("{\"er"u8.ToArray(), new IOException("Reset."));
        using var graph = new FakeGraph(Answers.Stream(stream, HttpStatusCode.NotFound));

        (await graph.FailAsync()).Should().BeOfType<PresenceNotFoundException>();
    }

    [Fact]
    public async Task BodyFailsInAnyWay_StatusStands()
    {
        using var stream = ScriptedStream.Breaking("{"u8.ToArray(), new InvalidOperationException());
        using var graph = new FakeGraph(Answers.Stream(stream, HttpStatusCode.NotFound));

        (await graph.FailAsync()).Should().BeOfType<PresenceNotFoundException>();
    }

    [Fact]
    public async Task BodyTooLong_StatusStands()
    {
        using var stream = ScriptedStream.Endless(static _ => { });
        using var graph = new FakeGraph(Answers.Stream(stream, HttpStatusCode.NotFound, length: long.MaxValue));

        (await graph.FailAsync()).Should().BeOfType<PresenceNotFoundException>();
    }

    [Fact]
    public async Task BodyNeverEnds_StatusStandsWhenTheTimeIsUp()
    {
        var standstill = new Standstill();
        using var stream = ScriptedStream.Silent(standstill);
        using var graph = new FakeGraph(Answers.Stream(stream, HttpStatusCode.Forbidden));

        Task<PresenceException> failing = graph.FailAsync();
        await standstill.Reached;
        graph.Time.Advance(graph.Options.AttemptTimeout);

        (await failing).Should().BeOfType<PresenceAccessDeniedException>();
    }
}
