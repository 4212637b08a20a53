using System.Net;
using PresenceClient.Presences.Watching;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>Turns of the loop that fail, or whose caller has left.</summary>
public sealed class TurnTests : IDisposable
{
    private readonly WatchedTenant _tenant = new();

    public void Dispose() => _tenant.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)] // The plan of the next turn fails too.
    public async Task Turn_ThatThrows_IsToldAtOnceAndTheNextSweepFollows(int failing)
    {
        await using PresenceWatch watch = _tenant.Watch([Samples.Adele]);
        await using var reader = new Reader<PresenceSweep>(watch.ReadSweepsAsync(null, Test.Token));
        await reader.NextAsync();
        await WatchedTenant.FirstSweepAsync(watch);

        _tenant.Time.Failing = failing;
        _tenant.Time.Advance(TimeSpan.FromSeconds(1));
        PresenceException failure = (await reader.NextAsync()).Status.Failure!;
        await WatchedTenant.UntilAsync(() => _tenant.Time.Failing == 0);
        await _tenant.SweepAsync(watch);
        PresenceWatchStatus status = (await reader.NextAsync()).Status;

        failure.Message.Should().Be("The watch failed. It continues with the next sweep.");
        failure.InnerException!.Message.Should().Be("The clock is out of order.");
        status.Failure.Should().BeNull();
        status.Interval.Should().Be(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Turn_ThatThrowsInTheMiddleOfASweep_AbandonsItAndWaitsAnInterval()
    {
        var gate = new Gate();
        await using PresenceWatch watch = _tenant.Watch(Samples.Ids(1_300), o =>
        {
            o.Polling = PresenceWatchPolling.Always;
            o.MaxConcurrency = 1;
        });
        await WatchedTenant.FirstSweepAsync(watch);
        _tenant.Interfere = async (_, cancel) =>
        {
            await gate.PassAsync(cancel);
            return null;
        };
        await _tenant.Time.PassAsync(11);
        await gate.ArrivedAsync(1);
        await WatchedTenant.UntilAsync(() => _tenant.Time.Sleep == Timeout.InfiniteTimeSpan);
        gate.Open();
        await WatchedTenant.UntilAsync(() => _tenant.Time.Sleep == TimeSpan.FromSeconds(1));

        // The second page would be due.
        _tenant.Time.Failing = 1;
        await _tenant.Time.PassAsync(6);
        await WatchedTenant.UntilAsync(() => watch.Status.TroubleSince is not null);
        DateTimeOffset failed = _tenant.Time.GetUtcNow();
        await _tenant.SlowSweepAsync(watch);

        watch.Status.LastSweepStartedAt.Should().BeOnOrAfter(failed.AddSeconds(9));
        watch.Status.LastSweepUsers.Should().Be(1_300);
        _tenant.Requests.Should().Be(5);
    }

    [Fact]
    public async Task Turn_ThatThrows_IsNotACleanSweep()
    {
        _tenant.Configure = o => o.WaitWhenThrottled = false;
        await using PresenceWatch watch = _tenant.Watch(
            [Samples.Adele], o => o.Polling = PresenceWatchPolling.Always);
        await WatchedTenant.FirstSweepAsync(watch);
        _tenant.Interfere = (_, _) => Task.FromResult<Answer?>(
            Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", "1"));
        await _tenant.SweepAsync(watch);
        _tenant.Interfere = (_, _) => Task.FromResult<Answer?>(null);
        await _tenant.SweepAsync(watch, seconds: 22);
        await _tenant.SweepAsync(watch, seconds: 22);

        _tenant.Time.Failing = 1;
        _tenant.Time.Advance(TimeSpan.FromSeconds(1));
        await WatchedTenant.UntilAsync(() => watch.Status.TroubleSince is not null);
        await _tenant.SweepAsync(watch, seconds: 22);

        watch.Status.TroubleSince.Should().BeNull();
        watch.Status.Interval.Should().Be(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Turn_LastCallerHasLeftBeforeTheEndOfTheSweep_StillEndsIt()
    {
        var gate = new Gate();
        _tenant.Interfere = async (_, cancel) =>
        {
            await gate.PassAsync(cancel);
            return null;
        };
        var state = new WatchState(FakeGraph.Start);
        state.Add([Samples.Adele]);
        using var caller = new CancellationTokenSource();
        using var stop = new CancellationTokenSource();
        Task wait = state.WaitUntilReadAsync(static () => { }, caller.Token);
        var loop = new WatchLoop(_tenant.Client.Presences.Context, state, new PresenceWatchOptions(), stop.Token);
        await gate.ArrivedAsync(1);
        await wait.ShouldEndByAsync(caller);

        gate.Open();
        await WatchedTenant.UntilAsync(() => state.Status(FakeGraph.Start).LastSweepStartedAt is not null);

        state.Status(FakeGraph.Start).LastSweepUsers.Should().Be(1);
        await stop.CancelAsync();
        loop.Wake();
        await loop.DisposeAsync();
    }
}
