using PresenceClient.Presences.Watching;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>A watch whose states come from another source than its own polling.</summary>
public sealed class WatchEngineTests : IAsyncDisposable
{
    private readonly WatchedTenant _tenant = new();
    private readonly List<(string Id, string? Availability, DateTimeOffset At)> _learned = [];
    private readonly WatchEngine _engine;
    private readonly PresenceWatch _watch;
    private int _wakes;

    public WatchEngineTests()
    {
        _engine = new WatchEngine(
            _tenant.Client.Presences.Context, new PresenceWatchOptions(), (_, _) => new Source(this));
        _watch = new PresenceWatch(_engine);
        _watch.Users.Add(Samples.Adele);
    }

    public async ValueTask DisposeAsync()
    {
        await _watch.DisposeAsync();
        await _engine.DisposeAsync();
        _tenant.Dispose();
    }

    [Fact]
    public void Report_OfAUserWhoIsWatched_IsPassedToTheSource()
    {
        DateTimeOffset later = FakeGraph.Start.AddSeconds(1);
        _tenant.Time.Advance(TimeSpan.FromSeconds(1));

        _watch.Report(new() { Id = Samples.Adele, AvailabilityText = "Busy" }, FakeGraph.Start);
        _watch.Report(Samples.Adele, "Away", null, later).Should().BeTrue();
        _watch.Report(Samples.Alex, "Away", null, later).Should().BeTrue("the user is not watched");

        _learned.Should().Equal(
            (Samples.Adele, "Busy", FakeGraph.Start), (Samples.Adele, "Away", later));
    }

    [Theory]
    [InlineData(4, 4)]
    [InlineData(20, 10)] // A time in the future counts as now.
    public void Report_ObservedAtSomeTime_HasThatTimeInUtc(int seconds, int expected)
    {
        _tenant.Time.Advance(TimeSpan.FromSeconds(10));
        DateTimeOffset observedAt = FakeGraph.Start.AddSeconds(seconds).ToOffset(TimeSpan.FromHours(2));

        _watch.Report(new() { Id = Samples.Adele, AvailabilityText = "Busy" }, observedAt);
        _watch.Report(Samples.Adele, "Away", null, observedAt).Should().BeTrue();

        DateTimeOffset at = FakeGraph.Start.AddSeconds(expected);
        _learned.Should().Equal((Samples.Adele, "Busy", at), (Samples.Adele, "Away", at));
        _learned.Should().OnlyContain(state => state.At.Offset == TimeSpan.Zero);
    }

    [Fact]
    public async Task Refresh_OfAUserWhoIsWatched_IsPassedToTheSource()
    {
        await _watch.RefreshAsync([Samples.Adele, Samples.Alex], Test.Token).BoundedAsync();

        _learned.Should().Equal((Samples.Adele, "Available", FakeGraph.Start));
    }

    [Fact]
    public async Task Dispose_InTheMiddleOfARefresh_WaitsForItsEnd()
    {
        var gate = new Gate();
        _tenant.Interfere = async (_, _) =>
        {
            await gate.PassAsync(Test.Token); // It does not notice that the call is cancelled.
            return null;
        };
        Task refresh = _watch.RefreshAsync([Samples.Adele], Test.Token);
        await gate.ArrivedAsync(1);

        Task disposal = _watch.DisposeAsync().AsTask();
        bool isEarly = disposal.IsCompleted;
        gate.Open();
        await disposal.BoundedAsync();

        isEarly.Should().BeFalse();
        _tenant.Running.Should().Be(0);
        await refresh.Awaiting(r => r.BoundedAsync()).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task Readers_BeginAndEnd_WakeTheSource()
    {
        _watch.Report(new() { Id = Samples.Adele, AvailabilityText = "Busy" }, FakeGraph.Start);
        var reader = new Reader<PresenceChange>(_watch.ReadChangesAsync(Test.Token));
        int before = _wakes;
        await reader.NextAsync();
        int during = _wakes;

        await reader.DisposeAsync();

        during.Should().Be(before + 1);
        _wakes.Should().Be(during + 1);
    }

    private sealed class Source(WatchEngineTests test) : IWatchSource
    {
        public void Wake() => test._wakes++;

        public void Learned(string id, UserPresence? presence, DateTimeOffset observedAt) =>
            test._learned.Add((id, presence?.AvailabilityText, observedAt));

        public ValueTask DisposeAsync() => default;
    }
}
