using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>A watch and other calls at the gate of one client.</summary>
public sealed class PaceTests : IDisposable
{
    private readonly WatchedTenant _tenant = new();

    public void Dispose() => _tenant.Dispose();

    [Fact]
    public async Task Sweep_ManyPages_TakesItsShareAndLetsCallsPassFirst()
    {
        _tenant.Configure = static o => o.MaxRequestsPer30Seconds = 8;
        await using PresenceWatch watch = _tenant.Watch(Samples.Ids(650 * 20), o => o.PaceShare = 0.5);
        await using var reader = new Reader<PresenceSweep>(watch.ReadSweepsAsync(null, Test.Token));
        reader.Waits.Should().BeTrue();
        await WatchedTenant.UntilAsync(() => _tenant.Client.Pace.Waiting == 4);

        // Four of eight requests are left to the watch, and four more of its requests wait. Calls pass at once.
        _tenant.Requests.Should().Be(4);
        Task[] calls = [.. Enumerable.Range(0, 4).Select(_ =>
            _tenant.Client.Presences.GetAsync([Samples.Adele], Test.Token))];
        await Task.WhenAll(calls).BoundedAsync();
        PresencePace pace = _tenant.Client.Pace;

        pace.Should().Be(new PresencePace { MaxRequestsPer30Seconds = 8, SentInWindow = 8, Waiting = 4 });
        Task late = _tenant.Client.Presences.GetAsync([Samples.Alex], Test.Token);
        _tenant.Time.Advance(TimeSpan.FromSeconds(30));
        await late.BoundedAsync();
        await WatchedTenant.UntilAsync(() => _tenant.Requests == 13);
    }

    [Fact]
    public async Task PaceShare_NextToNothing_IsARequestIn30SecondsAndNoTrouble()
    {
        _tenant.Configure = static o => o.MaxRequestsPer30Seconds = 8;
        await using PresenceWatch watch = _tenant.Watch(Samples.Ids(650 * 8), o =>
        {
            o.PaceShare = double.Epsilon;
            o.MaxConcurrency = 64;
        });
        Task current = watch.WaitUntilCurrentAsync(Test.Token);
        for (int request = 1; request <= 8; request++)
        {
            await WatchedTenant.UntilAsync(() => _tenant.Requests == request && _tenant.Client.Pace.Waiting > 0
                || current.IsCompleted || watch.Status.Failure is not null);
            await _tenant.Time.PassAsync(30);
        }

        await current.BoundedAsync();
        _tenant.Requests.Should().Be(8);
        watch.Status.Failure.Should().BeNull();
    }

    [Fact]
    public async Task PaceShare_One_IsTheWholePace()
    {
        _tenant.Configure = static o => o.MaxRequestsPer30Seconds = 8;
        await using PresenceWatch watch = _tenant.Watch(Samples.Ids(650 * 20), o => o.PaceShare = 1);
        Task current = watch.WaitUntilCurrentAsync(Test.Token);

        await WatchedTenant.UntilAsync(() => _tenant.Requests == 8 && _tenant.Client.Pace.Waiting == 4);

        current.IsCompleted.Should().BeFalse();
    }
}
