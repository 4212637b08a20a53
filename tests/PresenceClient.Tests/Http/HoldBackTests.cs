using System.Net;
using PresenceClient.Http;
using PresenceClient.Presences;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

/// <summary>A 429 pauses the whole client, because requests in the meantime would count too.</summary>
public sealed class HoldBackTests
{
    private static readonly Answer Busy = Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", "7");

    [Fact]
    public async Task Throttled_OthersWaitUntilItsTimeHasPassed()
    {
        using FakeGraph graph = Throttled([Busy, .. Enumerable.Repeat(Answers.Json(Samples.Presence()), 21)]);
        Task first = graph.SendAsync(OperationCalls.Any);
        await graph.Time.WaitBegunAsync();
        Task[] others = [.. Enumerable.Range(0, 20).Select(_ => graph.SendAsync(OperationCalls.Any))];

        graph.Time.Advance(TimeSpan.FromSeconds(7) - TimeSpan.FromTicks(1));
        graph.Requests.Should().ContainSingle();
        graph.Time.Advance(TimeSpan.FromTicks(10_000));

        await Task.WhenAll([first, .. others]).BoundedAsync();
        graph.Requests.Should().HaveCount(22);
    }

    [Fact]
    public async Task Throttled_WithoutRetries_StillHoldsOthersBack()
    {
        using FakeGraph graph = Throttled([Busy, Answers.Json(Samples.Presence())], retries: 0);
        (await graph.FailAsync()).Should().BeOfType<PresenceThrottledException>();

        Task next = graph.SendAsync(OperationCalls.Any);
        await graph.Time.WaitBegunAsync();
        graph.Requests.Should().ContainSingle();
        graph.Time.Advance(TimeSpan.FromSeconds(7));

        await next.BoundedAsync();
    }

    [Fact]
    public async Task ThrottledWithoutRetryAfter_OthersWaitAsLongAsTheCall()
    {
        using FakeGraph graph = Throttled([Answers.Error(HttpStatusCode.TooManyRequests)]);
        Task first = graph.SendAsync(OperationCalls.Any);
        await graph.Time.WaitBegunAsync();
        Task second = graph.SendAsync(OperationCalls.Any);
        await graph.Time.WaitBegunAsync();

        graph.Requests.Should().ContainSingle();
        graph.Answer(Answers.Json(Samples.Presence()));
        graph.Answer(Answers.Json(Samples.Presence()));
        graph.Time.Advance(TimeSpan.FromSeconds(30));

        await Task.WhenAll(first, second).BoundedAsync();
        graph.Requests.Should().HaveCount(3);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("soon")]
    public async Task ThrottledWithoutATime_HoldsTheClientBackWhateverTheRetries(string? header)
    {
        Answer busy = Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", header);
        using FakeGraph graph = Throttled([busy, Answers.Json(Samples.Presence())], retries: 0);
        await graph.FailAsync();

        Task next = graph.SendAsync(OperationCalls.Any);
        await graph.Time.WaitBegunAsync();
        graph.Time.Advance(TimeSpan.FromSeconds(0.499));
        graph.Requests.Should().ContainSingle();
        graph.Time.Advance(TimeSpan.FromSeconds(0.501));

        await next.BoundedAsync();
    }

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("0", HttpStatusCode.OK)]
    [InlineData("0", HttpStatusCode.Forbidden)]
    public async Task ThrottledAgainAndAgain_HoldsTheClientBackLongerUntilAnAnswerIsNone(
        string? header, HttpStatusCode other)
    {
        Answer busy = Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", header);
        Answer fine = Answers.Json(Samples.Presence(), other);
        using FakeGraph graph = Throttled([], retries: 0);
        graph.Time.Jumps = true;
        List<double> held = [];
        foreach (Answer answer in new[] { busy, busy, busy, busy, fine, busy, fine })
        {
            held.Add(await HeldAsync(graph, answer));
        }

        held[0].Should().Be(0);
        held[1].Should().BeInRange(0, 1);
        held[2].Should().BeInRange(1, 2);
        held[3].Should().BeInRange(2, 4);
        held[4].Should().BeInRange(4, 8);
        held[5].Should().Be(0);
        held[6].Should().BeInRange(0, 1);
    }

    [Fact]
    public async Task ThrottledAllAtOnce_IsHeldBackAsForOne()
    {
        var sending = new Gate();
        using var graph = new FakeGraph(_ => Answers.Error(HttpStatusCode.TooManyRequests).After(sending.PassAsync));
        Task[] calls = [.. Enumerable.Range(0, 10).Select(_ => graph.FailAsync())];
        await sending.ArrivedAsync(10);
        sending.Open();
        await Task.WhenAll(calls).BoundedAsync();
        graph.Time.Jumps = true;

        await graph.FailAsync();

        (graph.Time.GetUtcNow() - FakeGraph.Start).Should().BeLessThanOrEqualTo(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Throttled_HoldsOthersBackBeforeItsBodyIsRead()
    {
        var standstill = new Standstill();
        using var body = ScriptedStream.Silent(standstill);
        using FakeGraph graph = Throttled(
        [
            Answers.Stream(body, HttpStatusCode.TooManyRequests).With("Retry-After", "7"),
            Answers.Json(Samples.Presence()),
        ]);
        using var caller = new CancellationTokenSource();
        Task throttled = graph.SendAsync(OperationCalls.Any, caller.Token);
        await standstill.Reached;

        Task other = graph.SendAsync(OperationCalls.Any);
        await graph.Time.WaitBegunAsync();
        await throttled.ShouldEndByAsync(caller);

        other.IsCompleted.Should().BeFalse();
        graph.Time.Advance(TimeSpan.FromSeconds(7));
        await other.BoundedAsync();
    }

    [Fact]
    public async Task Busy_HoldsNoOtherCallBack()
    {
        Answer busy = Answers.Error(HttpStatusCode.ServiceUnavailable).With("Retry-After", "7");
        using FakeGraph graph = Throttled([busy, Answers.Json(Samples.Presence())]);
        using var caller = new CancellationTokenSource();
        Task first = graph.SendAsync(OperationCalls.Any, caller.Token);
        await graph.Time.WaitBegunAsync();

        await graph.SendAsync(OperationCalls.Any);

        first.IsCompleted.Should().BeFalse();
        await caller.CancelAsync();
        await first.Awaiting(c => c.BoundedAsync()).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task HeldBack_Cancelled_EndsWithTheClockStandingStill()
    {
        using FakeGraph graph = Throttled([Busy], retries: 0);
        await graph.FailAsync();
        using var caller = new CancellationTokenSource();
        Task call = graph.SendAsync(OperationCalls.Any, caller.Token);
        await graph.Time.WaitBegunAsync();

        await call.ShouldEndByAsync(caller);
        graph.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task HeldBack_BeyondTheTotalTimeout_FailsAtOnceUnsent()
    {
        using FakeGraph graph = Throttled([Busy], retries: 0);
        graph.Options.AttemptTimeout = graph.Options.TotalTimeout = TimeSpan.FromSeconds(7);
        await graph.FailAsync();

        PresenceException failure = await graph.FailAsync();

        failure.Should().BeOfType<PresenceThrottledException>().Which.Should().BeEquivalentTo(new
        {
            Attempts = 0,
            RetryAfter = TimeSpan.FromSeconds(7),
            StatusCode = (HttpStatusCode?)null,
            ClientRequestId = (string?)null,
            Operation = OperationCalls.Any,
        });
        graph.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task WrongArguments_ThrowWithoutAWait()
    {
        using FakeGraph graph = Throttled([Busy], retries: 0);
        await graph.FailAsync();

        await graph.Client.Users["adele@contoso.com"].Awaiting(u => u.GetPresenceAsync(Test.Token).BoundedAsync())
            .Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task NoWait_FailsAtTheFirst429AndUnsentUntilItsTimeHasPassed()
    {
        using FakeGraph graph = Throttled([Busy, Answers.Json(Samples.Presence())]);
        graph.Options.WaitWhenThrottled = false;

        PresenceThrottledException first = await ThrottledAsync(graph);
        graph.Time.Advance(TimeSpan.FromSeconds(2));
        PresenceThrottledException second = await ThrottledAsync(graph);
        graph.Requests.Should().ContainSingle();
        graph.Time.Advance(TimeSpan.FromSeconds(5));
        await graph.SendAsync(OperationCalls.Any);

        (first.Attempts, first.RetryAfter).Should().Be((1, TimeSpan.FromSeconds(7)));
        (second.Attempts, second.RetryAfter).Should().Be((0, TimeSpan.FromSeconds(5)));
        second.Message.Should().Contain("in 5 s").And.Contain("WaitWhenThrottled");
    }

    [Fact]
    public async Task NoWait_OtherFailures_AreStillSentAgain()
    {
        using var graph = new FakeGraph(
            Answers.Error(HttpStatusCode.ServiceUnavailable), Answers.Json(Samples.Presence()));
        graph.Retry();
        graph.Options.WaitWhenThrottled = false;

        await graph.SendAsync(OperationCalls.Any);

        graph.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task ForeignAdapter_IsHeldBackToo()
    {
        using FakeGraph graph = Throttled([Busy]);
        graph.Options.WaitWhenThrottled = false;
        using var adapter = new ForeignAdapter(graph);

        for (int call = 0; call < 2; call++)
        {
            await adapter.Client.Me.Awaiting(me => me.GetPresenceAsync(Test.Token)).Should()
                .ThrowExactlyAsync<PresenceThrottledException>();
        }

        graph.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Chunk_ReportsEachThrottledAnswer()
    {
        int told = 0;
        using var graph = new FakeGraph(Busy, Busy, Answers.Json(Samples.Page(Samples.Presence())));
        graph.Retry();
        var endpoint = GraphEndpoint.Create(null, GraphCloud.Global);
        using HttpClient http = ConnectionFactory.CreateClient(graph, endpoint.BaseAddress);
        var chunk = new Chunk(start: 0, new[] { Samples.Adele });

        var context = new ClientContext(RequestSenders.Through(http), graph.Credential, endpoint, graph.Options);
        await ChunkRead.ReadAsync(context, chunk, () => told++, Test.Token);

        chunk[0]!.Id.Should().Be(Samples.Adele);
        told.Should().Be(2);
    }

    private static FakeGraph Throttled(IEnumerable<Answer> answers, int retries = 3)
    {
        var graph = new FakeGraph([.. answers]);
        graph.Options.MaxRetries = retries;
        return graph;
    }

    // Returns how long a call waits before it gets an answer.
    private static async Task<double> HeldAsync(FakeGraph graph, Answer answer)
    {
        graph.Answer(answer);
        DateTimeOffset start = graph.Time.GetUtcNow();
        try
        {
            await graph.SendAsync(OperationCalls.Any);
        }
        catch (PresenceException e) when (e is PresenceThrottledException or PresenceAccessDeniedException)
        {
            // The answer that determines how long the next call waits.
        }

        return (graph.Time.GetUtcNow() - start).TotalSeconds;
    }

    private static async Task<PresenceThrottledException> ThrottledAsync(FakeGraph graph) =>
        (await graph.FailAsync()).Should().BeOfType<PresenceThrottledException>().Which;
}
