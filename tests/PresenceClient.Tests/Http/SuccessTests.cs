using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

public sealed class SuccessTests
{
    private static readonly Dictionary<string, Answer> OfWrites = new()
    {
        ["200, no body"] = Answers.Empty(),
        ["204"] = Answers.Empty(HttpStatusCode.NoContent),
        ["202"] = Answers.Empty(HttpStatusCode.Accepted),
        ["200 with JSON"] = Answers.Json("{}"),
        ["200 with what is no JSON"] = Answers.Text("done", "text/plain"),
    };

    private static readonly Dictionary<string, Answer> WithoutBody = new()
    {
        ["200, no body"] = Answers.Empty(),
        ["204"] = Answers.Empty(HttpStatusCode.NoContent),
        ["200, empty JSON"] = Answers.Json(""),
        ["200, blanks"] = Answers.Json(" \r\n"),
    };

    public static TheoryData<string, string> WriteAnswers { get; } =
        new MatrixTheoryData<string, string>(OperationCalls.Writes.Select(row => row.Data), OfWrites.Keys);

    public static TheoryData<string, string> EmptyReadAnswers { get; } =
        new MatrixTheoryData<string, string>(OperationCalls.Reads.Select(row => row.Data), WithoutBody.Keys);

    [Theory]
    [MemberData(nameof(WriteAnswers))]
    public async Task Write_AnyAnswerOfSuccess_Succeeds(string operation, string answer)
    {
        using var graph = new FakeGraph(OfWrites[answer]);

        await graph.SendAsync(operation);

        graph.Requests.Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(EmptyReadAnswers))]
    public async Task Read_SuccessWithoutBody_IsAFailure(string operation, string answer)
    {
        using var graph = new FakeGraph(WithoutBody[answer]);

        PresenceException failure = await graph.FailAsync(operation);

        failure.Should().BeOfType<PresenceException>();
        failure.Operation.Should().Be(operation);
        failure.StatusCode.Should().NotBeNull();
        ((int)failure.StatusCode!).Should().BeInRange(200, 299);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; odata.metadata=minimal; charset=utf-8")]
    [InlineData("application/problem+json")]
    [InlineData("Application/JSON")]
    [InlineData("application/problem+JSON")]
    [InlineData(null)]
    public async Task Read_JsonOrNoContentType_IsRead(string? contentType)
    {
        using var graph = new FakeGraph(Answers.Text(Samples.Presence(), contentType));

        (await graph.Client.Me.GetPresenceAsync(Test.Token)).Id.Should().Be(Samples.Adele);
    }
}
