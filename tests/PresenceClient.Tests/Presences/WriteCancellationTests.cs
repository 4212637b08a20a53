using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences;

public sealed class WriteCancellationTests
{
    private static readonly PresenceWrite[] Writes = [.. Samples.Ids(20).Select(PresenceWrite.ClearPreferred)];

    [Fact]
    public async Task WriteAsync_TokenCancelledBefore_SendsNothing()
    {
        using GraphStub graph = new();
        CancellationToken cancelled = new(canceled: true);

        (await graph.Client.Presences.Awaiting(p => p.WriteAsync(Writes, cancelled)).Should()
            .ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancelled);
        graph.Requests.Should().BeEmpty();
        graph.Credential.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task WriteAsync_CancelledUnderWay_HasTheCallersTokenAndLeavesNothingRunning()
    {
        Gate closed = new();
        using FlightHandler handler = new() { During = (_, token) => closed.PassAsync(token) };
        using GraphStub graph = handler.Connect();
        using CancellationTokenSource caller = new();

        Task call = graph.Client.Presences.WriteAsync(Writes, caller.Token);
        await closed.ArrivedAsync(4);
        await caller.CancelAsync();

        (await call.Awaiting(c => c.BoundedAsync()).Should().ThrowAsync<OperationCanceledException>())
            .Which.CancellationToken.Should().Be(caller.Token);
        handler.InFlight.Should().Be(0);
        handler.Requests.Should().HaveCount(4);
    }
}
