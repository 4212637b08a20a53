using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

/// <summary>The status says what happened; the body adds what it can, and can take nothing away.</summary>
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
        { """{"error":"invalid_client","error_description":"words"}""", null, null, null },
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
        using GraphStub graph = new(Answers.Json(body, HttpStatusCode.Forbidden));

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

    [Fact]
    public async Task RequestIdInTheHeader_WinsOverTheBody()
    {
        using GraphStub graph = new(Answers.Error(HttpStatusCode.Forbidden).With("request-id", "of-the-header"));

        (await graph.FailAsync()).RequestId.Should().Be("of-the-header");
    }

    [Fact]
    public async Task RequestIdInTheHeader_NeedsNoBody()
    {
        using GraphStub graph = new(Answers.Empty(HttpStatusCode.BadGateway).With("request-id", "of-the-header"));

        (await graph.FailAsync()).RequestId.Should().Be("of-the-header");
    }

    [Fact]
    public async Task BodyBreaksOff_StatusStands()
    {
        using ScriptedStream stream = ScriptedStream.Breaking("{\"er"u8.ToArray(), new IOException("Reset."));
        using GraphStub graph = new(Answers.Stream(stream, HttpStatusCode.NotFound));

        (await graph.FailAsync()).Should().BeOfType<PresenceNotFoundException>();
    }

    [Fact]
    public async Task BodyFailsInAnyWay_StatusStands()
    {
        using ScriptedStream stream = ScriptedStream.Breaking("{"u8.ToArray(), new InvalidOperationException());
        using GraphStub graph = new(Answers.Stream(stream, HttpStatusCode.NotFound));

        (await graph.FailAsync()).Should().BeOfType<PresenceNotFoundException>();
    }

    [Fact]
    public async Task BodyTooLong_StatusStands()
    {
        using ScriptedStream stream = ScriptedStream.Endless(static _ => { });
        using GraphStub graph = new(Answers.Stream(stream, HttpStatusCode.NotFound, length: long.MaxValue));

        (await graph.FailAsync()).Should().BeOfType<PresenceNotFoundException>();
    }

    [Fact]
    public async Task BodyNeverEnds_StatusStandsWhenTheTimeIsUp()
    {
        Standstill standstill = new();
        using ScriptedStream stream = ScriptedStream.Silent(standstill);
        using GraphStub graph = new(Answers.Stream(stream, HttpStatusCode.Forbidden));

        Task<PresenceException> failing = graph.FailAsync();
        await standstill.Reached;
        graph.Time.Advance(graph.Options.AttemptTimeout);

        (await failing).Should().BeOfType<PresenceAccessDeniedException>();
    }
}
