using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using PresenceClient.Http;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

public sealed class GraphPipelineTests
{
    [Fact]
    public async Task SendAsync_AddressOutsideTheEndpoint_SendsNothing()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()));
        var endpoint = GraphEndpoint.Create(null, GraphCloud.Global);
        using HttpClient http = ConnectionFactory.CreateClient(graph, endpoint.BaseAddress);
        var context = new ClientContext(RequestSenders.Through(http), graph.Credential, endpoint, graph.Options);
        var call = new GraphCall(
            GraphOperations.GetMyPresence, () => new GraphRequest(new Uri("https://graph.example/v1.0/me/presence")));

        await context.Pipeline.Awaiting(p => p.SendAsync(call, Test.Token)).Should()
            .ThrowAsync<UnreachableException>();

        graph.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task SendAsync_CallThatHasEnded_LeavesNoTimer()
    {
        var clock = new CountingClock();
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()));
        graph.Options.TimeProvider = clock;

        await graph.SendAsync(OperationCalls.Any);

        clock.Created.Should().Be(2, "a sign-in and an attempt have a time limit each");
        clock.Left.Should().Be(0);
    }

    private sealed class CountingClock : FakeTimeProvider
    {
        private int _created;
        private int _left;

        public int Created => Volatile.Read(ref _created);

        public int Left => Volatile.Read(ref _left);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Interlocked.Increment(ref _created);
            Interlocked.Increment(ref _left);
            return new CountedTimer(base.CreateTimer(callback, state, dueTime, period), this);
        }

        private sealed class CountedTimer(ITimer timer, CountingClock clock) : ITimer
        {
            private int _isDisposed;

            public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

            public void Dispose()
            {
                timer.Dispose();
                if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
                {
                    Interlocked.Decrement(ref clock._left);
                }
            }

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
