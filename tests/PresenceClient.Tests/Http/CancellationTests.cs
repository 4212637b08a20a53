using System.Diagnostics.CodeAnalysis;
using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Http;

/// <summary>A call can hang in three places. The caller's token and the time limit end it in each.</summary>
public sealed class CancellationTests
{
    public static TheoryData<string> Places { get; } = ["signing in", "sending", "reading the body"];

    [Theory]
    [MemberData(nameof(OperationCalls.Names), MemberType = typeof(OperationCalls))]
    public async Task EveryOperation_TokenCancelledBefore_SendsNothing(string operation)
    {
        using var graph = new FakeGraph();
        var cancelled = new CancellationToken(canceled: true);

        OperationCanceledException thrown = (await Awaiting(() => graph.SendAsync(operation, cancelled))
            .Should().ThrowAsync<OperationCanceledException>()).Which;

        thrown.CancellationToken.Should().Be(cancelled);
        graph.Requests.Should().BeEmpty();
        graph.Credential.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task TokenCancelledBefore_TakesNoPlaceOfThePace()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()));
        await graph.Client.Me.GetPresenceAsync(Test.Token);

        await Awaiting(() => graph.Client.Me.GetPresenceAsync(new CancellationToken(canceled: true)))
            .Should().ThrowAsync<OperationCanceledException>();

        graph.Client.Pace.SentInWindow.Should().Be(1);
    }

    [Theory]
    [MemberData(nameof(OperationCalls.Names), MemberType = typeof(OperationCalls))]
    public async Task EveryOperation_CancelledWhileSending_HasTheCallersToken(string operation)
    {
        var standstill = new Standstill();
        using var graph = new FakeGraph(Answers.Never(standstill));
        using var caller = new CancellationTokenSource();

        Task call = graph.SendAsync(operation, caller.Token);
        await standstill.Reached;

        await call.ShouldEndByAsync(caller);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task CancelledAnywhere_HasTheCallersToken(string place)
    {
        var standstill = new Standstill();
        using FakeGraph graph = StandingAt(place, standstill);
        using var caller = new CancellationTokenSource();

        Task call = graph.Client.Me.GetPresenceAsync(caller.Token);
        await standstill.Reached;

        await call.ShouldEndByAsync(caller);
    }

    [Theory]
    [InlineData("sending")]
    [InlineData("reading the body")]
    public async Task TimeUpAfterSigningIn_IsATimeout(string place)
    {
        var standstill = new Standstill();
        using FakeGraph graph = StandingAt(place, standstill);
        graph.Options.AttemptTimeout = TimeSpan.FromSeconds(1.5);

        Task call = graph.Client.Me.GetPresenceAsync(Test.Token);
        await standstill.Reached;
        graph.Time.Advance(TimeSpan.FromSeconds(1.4));
        call.IsCompleted.Should().BeFalse();
        graph.Time.Advance(TimeSpan.FromSeconds(0.1));

        PresenceTimeoutException timeout =
            (await call.Awaiting(c => c.BoundedAsync()).Should().ThrowExactlyAsync<PresenceTimeoutException>()).Which;
        timeout.Message.Should().Contain("me.presence.get").And.Contain("AttemptTimeout");
        timeout.InnerException.Should().BeAssignableTo<OperationCanceledException>();
        timeout.StatusCode.Should().BeNull();
    }

    [Fact]
    public async Task TimeUp_BodyThatBreaksForIt_IsATimeout()
    {
        using var graph = new FakeGraph();
        using var stream = new ScriptedStream((_, _) =>
        {
            graph.Time.Advance(graph.Options.AttemptTimeout);
            throw new IOException("Aborted.");
        });
        graph.Answer(Answers.Stream(stream));

        (await graph.FailAsync()).Should().BeOfType<PresenceTimeoutException>();
    }

    [Fact]
    public async Task SigningIn_TakesAsLongAsItTakes()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()));
        graph.Options.SignInTimeout = Timeout.InfiniteTimeSpan;
        graph.Credential.Before = _ =>
        {
            graph.Time.Advance(TimeSpan.FromHours(1));
            return Task.CompletedTask;
        };

        await graph.SendAsync(OperationCalls.Any);

        graph.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task NoTimeLimit_WaitsOn()
    {
        var standstill = new Standstill();
        using var graph = new FakeGraph(Answers.Never(standstill));
        graph.Options.AttemptTimeout = Timeout.InfiniteTimeSpan;
        graph.Options.TotalTimeout = Timeout.InfiniteTimeSpan;
        using var caller = new CancellationTokenSource();

        Task call = graph.Client.Me.GetPresenceAsync(caller.Token);
        await standstill.Reached;
        graph.Time.Advance(TimeSpan.FromDays(365));

        call.IsCompleted.Should().BeFalse();
        await caller.CancelAsync();
        await call.Awaiting(c => c.BoundedAsync()).Should().ThrowAsync<OperationCanceledException>();
    }

    [Theory]
    [MemberData(nameof(OperationCalls.Names), MemberType = typeof(OperationCalls))]
    public async Task EveryOperation_HttpClientsOwnTimeout_IsATimeout(string operation)
    {
        var cause = new TaskCanceledException("HttpClient.Timeout of 1 s elapsed.", new TimeoutException());
        using var graph = new FakeGraph(Answers.Throw(cause));

        PresenceException failure = await graph.FailAsync(operation);

        failure.Should().BeOfType<PresenceTimeoutException>();
        failure.InnerException.Should().BeAssignableTo<OperationCanceledException>();
        failure.Message.Should().Contain("HttpClient.Timeout").And.NotContain("AttemptTimeout");
    }

    [Fact]
    public async Task CancelledWhileAnErrorIsRead_IsACancellation()
    {
        var standstill = new Standstill();
        using var stream = ScriptedStream.Silent(standstill);
        using var graph = new FakeGraph(Answers.Stream(stream, System.Net.HttpStatusCode.Forbidden));
        using var caller = new CancellationTokenSource();

        Task call = graph.Client.Me.GetPresenceAsync(caller.Token);
        await standstill.Reached;
        await caller.CancelAsync();

        await call.Awaiting(c => c.BoundedAsync()).Should().ThrowAsync<OperationCanceledException>();
    }
    [SuppressMessage("Reliability", "CA2000", Justification = "The client disposes the answer with its body.")]
    private static FakeGraph StandingAt(string place, Standstill standstill)
    {
        var graph = new FakeGraph(place == "sending"
            ? Answers.Never(standstill)
            : Answers.Stream(ScriptedStream.Silent(standstill)));
        if (place == "signing in")
        {
            graph.Credential.Before = standstill.WaitAsync;
        }

        return graph;
    }
}
