using System.Runtime.CompilerServices;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>The end of a watch.</summary>
public sealed class DisposalTests : IDisposable
{
    private readonly WatchedTenant _tenant = new();

    public void Dispose() => _tenant.Dispose();

    [Fact]
    public async Task Dispose_InTheMiddleOfAPoll_LeavesNothingRunning()
    {
        var standstill = new Standstill();
        _tenant.Interfere = async (_, cancel) =>
        {
            await standstill.WaitAsync(cancel);
            return null;
        };
        PresenceWatch watch = _tenant.Watch(Samples.Ids(1_300));
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await using var sweeps = new Reader<PresenceSweep>(watch.ReadSweepsAsync(null, Test.Token));
        (reader.Waits && sweeps.Waits).Should().BeTrue();
        Task current = watch.WaitUntilCurrentAsync(Test.Token);
        Task refresh = watch.RefreshAsync([Samples.Ids(1)[0]], Test.Token);
        await standstill.Reached;

        await watch.DisposeAsync().AsTask().BoundedAsync();

        _tenant.Running.Should().Be(0);
        await reader.EndAsync();
        await sweeps.EndAsync();
        await current.Awaiting(c => c.BoundedAsync()).Should().ThrowAsync<ObjectDisposedException>();
        await refresh.Awaiting(r => r.BoundedAsync()).Should().ThrowAsync<ObjectDisposedException>();
        int requests = _tenant.Requests;
        _tenant.Time.Advance(TimeSpan.FromHours(1));
        _tenant.Requests.Should().Be(requests);
        watch.Status.Failure.Should().BeNull();
    }

    [Fact]
    public async Task Dispose_Twice_AndAtOnce_IsHarmless()
    {
        PresenceWatch watch = _tenant.Watch([Samples.Adele]);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.NextAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => watch.DisposeAsync().AsTask())).BoundedAsync();
        await Task.Run(watch.Dispose, Test.Token);
        await watch.DisposeAsync();

        await reader.EndAsync();
    }

    [Fact]
    public async Task Dispose_Synchronously_EndsTheReaders()
    {
        PresenceWatch watch = _tenant.Watch([Samples.Adele]);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.NextAsync();

        await Task.Run(watch.Dispose, Test.Token);

        await reader.EndAsync();
    }

    [Fact]
    public async Task Disposed_LaterCalls_EndOrSaySo()
    {
        PresenceWatch watch = _tenant.Watch([Samples.Adele]);
        await Task.Run(watch.Dispose, Test.Token);
        await watch.DisposeAsync();

        (await watch.ReadChangesAsync(Test.Token).ToListAsync(Test.Token)).Should().BeEmpty();
        await watch.Awaiting(w => w.WaitUntilCurrentAsync(Test.Token)).Should().ThrowAsync<ObjectDisposedException>();
        await watch.Awaiting(w => w.RefreshAsync([Samples.Adele], Test.Token)).Should()
            .ThrowAsync<ObjectDisposedException>();
        watch.Users.Add(Samples.Alex).Should().BeTrue();
        watch.Report(new() { Id = Samples.Alex }, FakeGraph.Start);
        watch.TryGet(Samples.Alex, out _).Should().BeTrue();
        _tenant.Requests.Should().Be(0);
    }

    [Fact]
    public async Task Forgotten_WithoutDisposal_IsCollected()
    {
        await ReadOnceAsync();

        for (int i = 0; i < 50 && _tenant.Time.HasLoop; i++)
        {
            await Task.Yield();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        _tenant.Time.HasLoop.Should().BeFalse("nobody reads, so nothing holds the watch");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task ReadOnceAsync() =>
        await _tenant.Watch([Samples.Adele]).ReadChangesAsync(Test.Token).FirstAsync(Test.Token);
}
