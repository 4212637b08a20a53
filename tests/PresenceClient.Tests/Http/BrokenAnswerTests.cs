using System.Net;
using System.Text.Json;
using PresenceClient.Http;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

public sealed class BrokenAnswerTests
{
    private static readonly string[] NoJson =
    [
        "not JSON", "<html></html>", "{", "{\"id\":\"x\"", "{\"value\":[{\"id\":", "{\"id\":\"x\"} trailing", "{}{}",
        "[]", "5", "null", "\"text\"", "{}", "{\"id\":null}", "{\"id\":5}", "{\"value\":null}", "{\"value\":{}}",
        "{\"value\":[null]}", "{\"value\":[{}]}", "{\"id\":\"\\ud800\"}", "{\"id\":\"x\",}",
    ];

    private static readonly Exception[] Thrown =
    [
        new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused."),
        new IOException("Reset."), new InvalidOperationException("Bug."), new NotSupportedException("Bug."),
        new AggregateException(new IOException("Reset.")), new ArgumentException("Bug."), new JsonException("Bug."),
        new ObjectDisposedException("handler"), new UriFormatException("Bug."), new TimeoutException("Late."),
    ];

    public static TheoryData<string, string> ReadsAndBodies { get; } =
        new MatrixTheoryData<string, string>(OperationCalls.Reads.Select(row => row.Data), NoJson);

    public static TheoryData<string, int> OperationsAndExceptions { get; } = new MatrixTheoryData<string, int>(
        OperationCalls.Names.Select(row => row.Data), Enumerable.Range(0, Thrown.Length));

    [Theory]
    [MemberData(nameof(ReadsAndBodies))]
    public async Task Read_BodyThatIsNotWhatItShouldBe_IsAFailure(string operation, string body)
    {
        using var graph = new FakeGraph(Answers.Json(body));

        PresenceException failure = await graph.FailAsync(operation);

        failure.Should().BeOfType<PresenceException>();
        failure.StatusCode.Should().Be(HttpStatusCode.OK);
        failure.ClientRequestId.Should().Be(graph.Request.Headers["client-request-id"]);
        failure.Message.Should().Contain("cannot be read");
        failure.InnerException.Should().BeAssignableTo<JsonException>();
    }

    [Theory]
    [MemberData(nameof(OperationCalls.Reads), MemberType = typeof(OperationCalls))]
    public async Task Read_AnotherContentType_IsAFailureThatNamesIt(string operation)
    {
        using var graph = new FakeGraph(Answers.Text(Samples.Presence(), "text/html"));

        PresenceException failure = await graph.FailAsync(operation);

        failure.Should().BeOfType<PresenceException>();
        failure.StatusCode.Should().Be(HttpStatusCode.OK);
        failure.Message.Should().Contain("text/html").And.Contain("proxy");
    }

    [Theory]
    [InlineData("abcdefghijklmnopqrstuvwxyz/abcdefgh-jklm", true)]
    [InlineData("abcdefghijklmnopqrstuvwxyz/abcdefgh-jklmn", false)]
    [InlineData("text/x-200", false)]
    public async Task Read_AnotherContentType_IsNamedIfItIsSafe(string type, bool isNamed)
    {
        using var graph = new FakeGraph(Answers.Text(Samples.Presence(), type));

        (await graph.FailAsync()).Message.Should().Contain(
            $"the answer is {(isNamed ? type : "another type")}, not JSON.");
    }

    [Fact]
    public async Task Read_JsonOfTheWrongShape_IsSaidInTheWordsOfTheReader()
    {
        using var graph = new FakeGraph(Answers.Json("{}"));

        PresenceException failure = await graph.FailAsync();

        failure.Message.Should().EndWith($"cannot be read. {failure.InnerException!.Message}")
            .And.NotContain("It is not valid JSON.");
    }

    [Theory]
    [MemberData(nameof(OperationCalls.Reads), MemberType = typeof(OperationCalls))]
    public async Task Read_BodyStopsHalfWay_IsAFailure(string operation)
    {
        var reset = new IOException("Connection reset.");
        using var stream = ScriptedStream.Breaking("{\"id\":"u8.ToArray(), reset);
        using var graph = new FakeGraph(Answers.Stream(stream));

        PresenceException failure = await graph.FailAsync(operation);

        failure.Should().BeOfType<PresenceException>();
        failure.InnerException.Should().BeSameAs(reset);
        failure.Message.Should().Contain(nameof(IOException));
    }

    [Theory]
    [MemberData(nameof(OperationsAndExceptions))]
    public async Task EveryOperation_HandlerThrowsAnything_IsAFailureWithItInside(string operation, int thrown)
    {
        using var graph = new FakeGraph(Answers.Throw(Thrown[thrown]));

        PresenceException failure = await graph.FailAsync(operation);

        failure.Should().BeOfType<PresenceException>();
        failure.InnerException.Should().BeSameAs(Thrown[thrown]);
        failure.Operation.Should().Be(operation);
        failure.StatusCode.Should().BeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Read_AnnouncedBodyTooLong_IsRefusedUnread(long beyond)
    {
        bool touched = false;
        using var stream = ScriptedStream.Endless(_ => touched = true);
        using var graph = new FakeGraph(Answers.Stream(stream, length: ResponseBody.MaxLength + beyond));

        PresenceException failure = await graph.FailAsync();

        failure.Message.Should().Contain("the answer has 64 MB or more, which no answer of the service has. Check ");
        failure.InnerException!.Message.Should().Contain("has 64 MB or more");
        touched.Should().BeFalse();
    }

    [Fact]
    public async Task Read_BodyWithoutEnd_IsReadToABound()
    {
        long sum = 0;
        using var stream = ScriptedStream.Endless(count => sum += count);
        using var graph = new FakeGraph(Answers.Stream(stream));

        PresenceException failure = await graph.FailAsync();

        failure.InnerException.Should().BeOfType<InvalidDataException>();
        sum.Should().BeLessThanOrEqualTo(ResponseBody.MaxLength);
    }
}
