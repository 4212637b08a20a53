using System.Net;
using System.Security.Authentication;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

/// <summary>Which failures are retried.</summary>
public sealed class RetryTests
{
    private static readonly Dictionary<string, Func<Answer>> Passing = new()
    {
        ["408"] = () => Answers.Error(HttpStatusCode.RequestTimeout),
        ["425"] = () => Answers.Error((HttpStatusCode)425),
        ["429"] = () => Answers.Error(HttpStatusCode.TooManyRequests),
        ["502"] = () => Answers.Text("<html>", "text/html", HttpStatusCode.BadGateway),
        ["503"] = () => Answers.Error(HttpStatusCode.ServiceUnavailable),
        ["504"] = () => Answers.Empty(HttpStatusCode.GatewayTimeout),
        ["refused"] = () => Answers.Throw(new HttpRequestException(HttpRequestError.ConnectionError, "Refused.")),
        ["reset"] = () => Answers.Throw(new IOException("Reset.")),
        ["a handler's 503"] = () =>
            Answers.Throw(new HttpRequestException("Busy.", null, HttpStatusCode.ServiceUnavailable)),
        ["HttpClient.Timeout"] = () => Answers.Throw(new TaskCanceledException("Late.", new TimeoutException())),
    };

    private static readonly Dictionary<string, Func<Answer>> PassingForReads = new()
    {
        ["breaks off"] = () =>
            Answers.Stream(ScriptedStream.Breaking("{\"id\":"u8.ToArray(), new IOException("Reset."))),
        ["cut off"] = () => Answers.Json("{\"id\":"),
        ["empty"] = () => Answers.Json(""),
    };

    private static readonly Dictionary<string, Func<Answer>> Lasting = new()
    {
        ["400"] = () => Answers.Error(HttpStatusCode.BadRequest),
        ["401"] = () => Answers.Error(HttpStatusCode.Unauthorized),
        ["403"] = () => Answers.Error(HttpStatusCode.Forbidden),
        ["405"] = () => Answers.Error(HttpStatusCode.MethodNotAllowed),
        ["409"] = () => Answers.Error(HttpStatusCode.Conflict),
        ["500"] = () => Answers.Error(HttpStatusCode.InternalServerError),
        ["302"] = () => Answers.Empty(HttpStatusCode.Found),
        ["a handler's 404"] = () => Answers.Throw(new HttpRequestException("No.", null, HttpStatusCode.NotFound)),
        ["a handler's bug"] = () => Answers.Throw(new InvalidOperationException("Bug.")),
        ["no trust"] = () => Answers.Throw(new AuthenticationException("Untrusted.")),
    };

    public static TheoryData<string, string, bool> PassingFailures { get; } = new(
        from call in OperationCalls.All
        from failure in Passing.Keys.Concat(call.Answer is null ? [] : PassingForReads.Keys)
        from foreign in new[] { false, true }
        select (call.Name, failure, foreign));

    public static TheoryData<string, string> LastingFailures { get; } =
        new MatrixTheoryData<string, string>(OperationCalls.Names.Select(row => row.Data), Lasting.Keys);

    [Theory]
    [MemberData(nameof(PassingFailures))]
    public async Task EveryOperation_FailureThatPasses_IsSentAgainWhole(string operation, string failure, bool foreign)
    {
        OperationCall call = OperationCalls.Named(operation);
        Func<Answer> fail = Passing.GetValueOrDefault(failure) ?? PassingForReads[failure];
        using var graph = new FakeGraph(fail(), fail(), fail(), call.Success);
        graph.Retry();
        using var adapter = new ForeignAdapter(graph);

        await call.Send(foreign ? adapter.Client : graph.Client, Test.Token);

        graph.Requests.Should().HaveCount(4).And.OnlyContain(r =>
            r.Method == call.Method && r.Url == graph.Requests[0].Url && r.Body == graph.Requests[0].Body);
        graph.Requests.Select(r => r.Headers["client-request-id"]).Should().OnlyHaveUniqueItems();
        graph.Time.Waits.Should().HaveCountGreaterThanOrEqualTo(3);
    }

    [Theory]
    [MemberData(nameof(LastingFailures))]
    public async Task EveryOperation_FailureThatStays_IsSentOnce(string operation, string failure)
    {
        using var graph = new FakeGraph(Lasting[failure]());
        graph.Retry();

        await graph.FailAsync(operation);

        graph.Requests.Should().ContainSingle();
        graph.Time.Waits.Should().BeEmpty();
    }

    [Fact]
    public async Task Read_PageOfAProxy_IsSentOnce()
    {
        using var graph = new FakeGraph(Answers.Text("<html></html>", "text/html"));
        graph.Retry();

        (await graph.FailAsync()).Message.Should().Contain("text/html");

        graph.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task SignInThatFails_IsTriedOnce()
    {
        using var graph = new FakeGraph();
        graph.Retry();
        graph.Credential.Before = _ => throw new HttpRequestException("The sign-in service cannot be reached.");

        (await graph.FailAsync()).Should().BeOfType<PresenceAuthenticationException>();

        graph.Credential.Asked.Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(OperationCalls.Names), MemberType = typeof(OperationCalls))]
    public async Task EveryOperation_FailureThatDoesNotPass_IsThrownAfterTheLastAttempt(string operation)
    {
        Answer busy = Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", "3");
        using var graph = new FakeGraph(busy, busy, busy, busy);
        graph.Retry();

        PresenceException failure = await graph.FailAsync(operation);

        failure.Should().BeOfType<PresenceThrottledException>().Which.Should().BeEquivalentTo(new
        {
            Attempts = 4,
            RetryAfter = TimeSpan.FromSeconds(3),
            ClientRequestId = graph.Requests[3].Headers["client-request-id"],
        });
        failure.Message.Should().StartWith($"{operation} (attempt 4) failed with 429");
    }

    [Fact]
    public async Task SecondPage_OnlyItIsRetried()
    {
        using var graph = new FakeGraph(
            Answers.Json(Samples.PageBefore($"{Samples.Root}/users?2", Samples.User())),
            Answers.Error(HttpStatusCode.ServiceUnavailable),
            Answers.Json(Samples.Page(Samples.User(Samples.Alex))));
        graph.Retry();

        List<DirectoryUser> users = await graph.Client.Users.ListAsync(Test.Token).ToListAsync(Test.Token);

        users.Select(user => user.Id).Should().Equal(Samples.Adele, Samples.Alex);
        graph.Requests.Should().HaveCount(3);
    }
}
