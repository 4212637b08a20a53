using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

/// <summary>At most a number of requests in any 30 seconds.</summary>
public sealed class PacingTests
{
    [Fact]
    public async Task Default_Is1500InAny30Seconds()
    {
        using FakeGraph graph = Answering(1_501);

        await SendAsync(graph, 1_500).BoundedAsync();
        Task next = graph.SendAsync(OperationCalls.Any);
        await graph.Time.WaitBegunAsync();

        next.IsCompleted.Should().BeFalse();
        graph.Time.Advance(TimeSpan.FromSeconds(30));
        await next.BoundedAsync();
    }

    [Fact]
    public async Task SetPace_WhileTheClientRuns_CountsForTheNextRequests()
    {
        using FakeGraph graph = Answering(3, pace: 3);
        graph.Client.SetPace(2);
        await SendAsync(graph, 2);
        Task next = graph.SendAsync(OperationCalls.Any);
        await graph.Time.WaitBegunAsync();
        next.IsCompleted.Should().BeFalse();

        graph.Client.SetPace(3);
        await next.BoundedAsync();

        graph.Client.Pace.MaxRequestsPer30Seconds.Should().Be(3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void SetPace_AtALimit_IsTaken(int pace)
    {
        using FakeGraph graph = Answering(1, pace: 3);

        graph.Client.SetPace(pace);

        graph.Client.Pace.MaxRequestsPer30Seconds.Should().Be(pace);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void SetPace_OutOfRange_NamesTheValueAndTheRange(int pace)
    {
        using FakeGraph graph = Answering(1, pace: 3);

        graph.Client.Invoking(client => client.SetPace(pace)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage($"{pace} is out of range. Use 1 to 3,*");
    }

    [Fact]
    public void SetPace_WithoutAPace_SaysSo()
    {
        using FakeGraph graph = Answering(1, pace: null);

        graph.Client.Invoking(static client => client.SetPace(3)).Should().Throw<InvalidOperationException>()
            .WithMessage("*MaxRequestsPer30Seconds is null*");
    }

    [Fact]
    public async Task RequestsAtTheEdgeOfAWindow_KeepThePace()
    {
        using FakeGraph graph = Answering(6, pace: 3);
        await SendAsync(graph, 1);
        graph.Time.Advance(TimeSpan.FromSeconds(29));
        await SendAsync(graph, 2);
        Task[] more = [.. Enumerable.Range(0, 3).Select(_ => graph.SendAsync(OperationCalls.Any))];
        await graph.Time.WaitBegunAsync();

        graph.Time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAny(more).BoundedAsync();
        graph.Time.Advance(TimeSpan.FromSeconds(28.999));
        graph.Requests.Should().HaveCount(4);
        graph.Time.Advance(TimeSpan.FromSeconds(0.001));

        await Task.WhenAll(more).BoundedAsync();
    }

    [Fact]
    public async Task EachAttempt_Counts()
    {
        using var graph = new FakeGraph(
            Answers.Error(HttpStatusCode.ServiceUnavailable).With("Retry-After", "0"),
            Answers.Json(Samples.Presence()), Answers.Json(Samples.User()));
        (graph.Options.MaxRetries, graph.Options.MaxRequestsPer30Seconds) = (3, 2);
        await graph.SendAsync(OperationCalls.Any);

        Task next = graph.SendAsync("users.get");
        await graph.Time.WaitBegunAsync();

        next.IsCompleted.Should().BeFalse("reads of the directory keep the pace too");
        graph.Time.Advance(TimeSpan.FromSeconds(30));
        await next.BoundedAsync();
    }

    [Fact]
    public async Task Cancelled_GivesItsPlaceBackWithTheClockStandingStill()
    {
        using FakeGraph graph = Answering(2, pace: 1);
        await SendAsync(graph, 1);
        using var caller = new CancellationTokenSource();
        Task second = graph.SendAsync(OperationCalls.Any, caller.Token);
        await graph.Time.WaitBegunAsync();
        Task third = graph.SendAsync(OperationCalls.Any);

        await second.ShouldEndByAsync(caller);
        graph.Time.Advance(TimeSpan.FromSeconds(30));

        await third.BoundedAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WaitBeyondTheTotalTimeout_FailsAtOnceUnsent(bool waitWhenThrottled)
    {
        using FakeGraph graph = Answering(2, pace: 1);
        graph.Options.TotalTimeout = TimeSpan.FromSeconds(60);
        graph.Options.WaitWhenThrottled = waitWhenThrottled;
        await SendAsync(graph, 1);
        Task second = graph.SendAsync(OperationCalls.Any);
        await graph.Time.WaitBegunAsync();

        PresenceException failure = await graph.FailAsync();

        failure.Should().BeOfType<PresenceThrottledException>().Which.Should().BeEquivalentTo(
            new { Attempts = 0, RetryAfter = TimeSpan.FromSeconds(60) });
        failure.Message.Should().Contain("in 60 s").And.Contain("MaxRequestsPer30Seconds").And.Contain("TotalTimeout");
        graph.Time.Advance(TimeSpan.FromSeconds(30));
        await second.BoundedAsync();
    }

    [Fact]
    public async Task Off_SendsAll()
    {
        using FakeGraph graph = Answering(1_501, pace: null);

        await SendAsync(graph, 1_501).BoundedAsync();
    }

    private static FakeGraph Answering(int requests, int? pace = 1_500)
    {
        var graph = new FakeGraph([.. Enumerable.Repeat(Answers.Json(Samples.Presence()), requests)]);
        graph.Options.MaxRequestsPer30Seconds = pace;
        return graph;
    }

    private static Task SendAsync(FakeGraph graph, int calls) =>
        Task.WhenAll(Enumerable.Range(0, calls).Select(_ => graph.SendAsync(OperationCalls.Any)));
}
