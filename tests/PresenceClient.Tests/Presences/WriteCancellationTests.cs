using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences;

public sealed class WriteCancellationTests
{
    private static readonly PresenceWrite[] Writes = [.. Samples.Ids(20).Select(PresenceWrite.ClearPreferred)];

    [Fact]
    public async Task WriteAsync_TokenCancelledBefore_SendsNothing()
    {
        using var graph = new FakeGraph();
        var cancelled = new CancellationToken(canceled: true);

        (await graph.Client.Presences.Awaiting(p => p.WriteAsync(Writes, cancelled)).Should()
            .ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancelled);
        graph.Requests.Should().BeEmpty();
        graph.Credential.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task WriteAsync_CancelledUnderWay_HasTheCallersTokenAndLeavesNothingRunning()
    {
        var closed = new Gate();
        using var graph = new FakeGraph(_ => Answers.Empty().After(closed.PassAsync));
        using var caller = new CancellationTokenSource();

        Task call = graph.Client.Presences.WriteAsync(Writes, caller.Token);
        await closed.ArrivedAsync(4);

        await call.ShouldEndByAsync(caller);
        graph.Running.Should().Be(0);
        graph.Requests.Should().HaveCount(4);
    }

    [Fact]
    public async Task WriteAsync_CancelledUnderWay_CarriesTheOutcomeOfEachWrite()
    {
        var third = new Standstill();
        using var graph = new FakeGraph(
            Answers.Empty(), Answers.Empty(HttpStatusCode.Forbidden), Answers.Never(third));
        using var caller = new CancellationTokenSource();

        Task call = graph.Client.Presences.WriteAsync(Writes, new() { MaxConcurrency = 1 }, caller.Token);
        await third.Reached;
        await caller.CancelAsync();

        PresenceWriteCanceledException cancelled = (await call.Awaiting(c => c.BoundedAsync()).Should()
            .ThrowAsync<PresenceWriteCanceledException>()).Which;
        cancelled.CancellationToken.Should().Be(caller.Token);
        cancelled.Message.Should().Be(
            "The call was cancelled: 1 of 20 writes succeeded. Result has the outcome of each.");
        cancelled.Result.Select(o => o.Write).Should().Equal(Writes);
        cancelled.Result.Select(o => o.Canceled).Should().Equal([false, false, .. Enumerable.Repeat(true, 18)]);
        cancelled.Result[0].Succeeded.Should().BeTrue();
        cancelled.Result[1].Exception.Should().BeOfType<PresenceAccessDeniedException>();
        cancelled.Result[2].Exception!.Message.Should().Contain("may have taken effect");
        cancelled.Result.Skip(3).Should().OnlyContain(o => o.Exception!.Message.Contains("before it was sent"));
        call.IsCanceled.Should().BeTrue();
    }

    [Fact]
    public async Task WriteAsync_TokenCancelledBefore_CarriesThatNothingWasSent()
    {
        using var graph = new FakeGraph();
        var cancelled = new CancellationToken(canceled: true);

        (await graph.Client.Presences.Awaiting(p => p.WriteAsync(Writes, cancelled)).Should()
            .ThrowAsync<PresenceWriteCanceledException>()).Which.Result.Should().HaveCount(20)
            .And.OnlyContain(o => o.Canceled && !o.Succeeded);
    }

    [Fact]
    public async Task WriteAsync_CancelledOnceAllAreDone_ReturnsTheOutcomes()
    {
        using var graph = new FakeGraph(static _ => Answers.Empty().After(Test.YieldAsync));
        using var caller = new CancellationTokenSource();
        var progress = new CancelAtTheEnd(caller);

        PresenceWriteResult result =
            await graph.Client.Presences.WriteAsync(Writes, new() { Progress = progress }, caller.Token);

        result.AllSucceeded.Should().BeTrue();
        caller.IsCancellationRequested.Should().BeTrue();
    }

    [Fact]
    public async Task WriteAsync_ClientDisposedUnderWay_KeepsTheOutcomes()
    {
        using var graph = new FakeGraph(Answers.Empty(), Answers.Empty());
        graph.Answer(Answers.Empty().After(Test.YieldAsync).After(() => graph.Client.Dispose()));

        PresenceWriteResult result =
            await graph.Client.Presences.WriteAsync(Writes, new() { MaxConcurrency = 1 }, Test.Token);

        result.Select(o => o.Succeeded).Should().Equal([true, true, .. Enumerable.Repeat(false, 18)]);
        result.Failures.Should().OnlyContain(o => !o.Canceled)
            .And.OnlyContain(o => o.Exception!.InnerException is ObjectDisposedException);
    }

    private sealed class CancelAtTheEnd(CancellationTokenSource caller) : IProgress<PresenceWriteProgress>
    {
        public void Report(PresenceWriteProgress value)
        {
            if (value.Done == value.Total)
            {
                caller.Cancel();
            }
        }
    }
}
