using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

/// <summary>
/// A repeated clearPresence that finds no session counts as done when the first attempt may have ended it.
/// </summary>
public sealed class ClearSessionRetryTests
{
    private static readonly Dictionary<string, Answer> Lost = new()
    {
        ["reset"] = Answers.Throw(new HttpRequestException(HttpRequestError.ResponseEnded, "Reset.")),
        ["timeout"] = Answers.Throw(new TaskCanceledException("Late.")),
        ["502"] = Answers.Error(HttpStatusCode.BadGateway),
        ["504"] = Answers.Error(HttpStatusCode.GatewayTimeout),
    };

    private static readonly Dictionary<string, Answer> NotDone = new()
    {
        ["refused"] = Answers.Throw(new HttpRequestException(HttpRequestError.ConnectionError, "Refused.")),
        ["no such host"] = Answers.Throw(new HttpRequestException(HttpRequestError.NameResolutionError, "Unknown.")),
        ["429"] = Answers.Error(HttpStatusCode.TooManyRequests),
        ["503"] = Answers.Error(HttpStatusCode.ServiceUnavailable),
    };

    public static TheoryData<string> LostNames { get; } = new(Lost.Keys);

    public static TheoryData<string> NotDoneNames { get; } = new(NotDone.Keys);

    [Theory]
    [MemberData(nameof(LostNames))]
    public async Task ClearAsync_NotFoundAfterALostAnswer_IsTrue(string failure)
    {
        using var graph = new FakeGraph(
            Lost[failure], Answers.Error(HttpStatusCode.ServiceUnavailable), Answers.Error(HttpStatusCode.NotFound));
        graph.Retry();

        (await graph.Client.Me.Session.ClearAsync(Test.Token)).Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(NotDoneNames))]
    public async Task ClearAsync_NotFoundAfterWhatDidNothing_IsFalse(string failure)
    {
        using var graph = new FakeGraph(NotDone[failure], Answers.Error(HttpStatusCode.NotFound));
        graph.Retry();

        (await graph.Client.Me.Session.ClearAsync(Test.Token)).Should().BeFalse();
    }
}
