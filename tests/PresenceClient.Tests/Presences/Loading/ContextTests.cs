using Microsoft.Extensions.Time.Testing;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Loading;

/// <summary>The loader does not run in a caller's context, and callers do not block the loader.</summary>
public sealed class ContextTests
{
    [Fact]
    public async Task GetAsync_RequestOfMany_HasNoCallersContext()
    {
        var who = new AsyncLocal<string?>();
        string? seen = "nobody looked";
        using var graph = FakeGraph.Holding();
        graph.Script = request =>
        {
            seen = who.Value;
            return graph.Hold(request);
        };
        who.Value = "the maker";
        PresenceLoader loader = graph.Presences.CreateLoader();
        who.Value = "a caller";

        _ = loader.GetAsync(Samples.Adele, Test.Token);
        await graph.NextAsync();
        seen.Should().BeNull();

        _ = loader.GetAsync(Samples.Alex, Test.Token);
        graph.Time.Advance(TimeSpan.FromSeconds(1));
        await graph.NextAsync();
        seen.Should().BeNull();
    }

    [Fact]
    public void CreateLoader_ItsTimer_KeepsNoContextOfTheMaker()
    {
        using var graph = new FakeGraph();
        var time = new WatchedTimers();
        graph.Options.TimeProvider = time;

        graph.Client.Presences.CreateLoader();

        time.ContextsFlowed.Should().Equal(false);
        ExecutionContext.IsFlowSuppressed().Should().BeFalse();
    }

    [Fact]
    public async Task CreateLoader_WhereNoContextFlows_Works()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page(Samples.Presence())));
        PresenceLoader loader;
        using (ExecutionContext.SuppressFlow())
        {
            loader = graph.Client.Presences.CreateLoader();
            ExecutionContext.IsFlowSuppressed().Should().BeTrue();
        }

        (await loader.GetAsync(Samples.Adele, Test.Token).BoundedAsync()).Presence.Should().NotBeNull();
    }

    [Fact]
    public async Task GetAsync_CallerThatBlocks_DelaysNoOther()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader();
        using var done = new ManualResetEventSlim();

        Task<LoadedPresence>[] calls =
            [.. Enumerable.Range(0, 2).Select(_ => loader.GetAsync(Samples.Adele, Test.Token))];
        Task[] blocking = [.. calls.Select(call => call.ContinueWith(_ => done.Wait(Test.Token), Test.Token,
            TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default))];
        (await graph.NextAsync()).AnswerAll();
        await Task.WhenAll(calls).BoundedAsync();

        // The loader does not wait for them either.
        Task<LoadedPresence> next = loader.GetAsync(Samples.Alex, Test.Token);
        (await graph.NextAsync()).AnswerAll();
        await next.BoundedAsync();
        blocking.Should().OnlyContain(b => !b.IsCompleted);
        done.Set();
        await Task.WhenAll(blocking).BoundedAsync();
    }

    private sealed class WatchedTimers : FakeTimeProvider
    {
        public List<bool> ContextsFlowed { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ContextsFlowed.Add(!ExecutionContext.IsFlowSuppressed());
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
