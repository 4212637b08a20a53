using System.Net;
using PresenceClient.Presences.Watching;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>Reads that callers request, in addition to the sweeps.</summary>
public sealed class RefreshTests : IDisposable
{
    private static readonly string[] Three = [Samples.Adele, Samples.Alex, Samples.Megan];

    private readonly WatchedTenant _tenant = new();

    public void Dispose() => _tenant.Dispose();

    [Fact]
    public async Task Refresh_SomeUsers_ReadsOnlyThemAtOnce()
    {
        await using PresenceWatch watch = _tenant.Watch(Three);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.TakeAsync(3);
        await _tenant.NextAsync();
        await WatchedTenant.FirstSweepAsync(watch);

        _tenant.Set(Samples.Adele, "Busy");
        _tenant.Set(Samples.Alex, "Busy");
        await watch.RefreshAsync([Samples.Adele, Samples.Adele.ToUpperInvariant()], Test.Token).BoundedAsync();
        PresenceChange change = await reader.NextAsync();

        (await _tenant.NextAsync()).Ids.Should().Equal(Samples.Adele);
        change.Should().BeEquivalentTo(
            new { UserId = Samples.Adele, Kind = PresenceChangeKind.Changed, ReadAt = FakeGraph.Start });
        reader.Waits.Should().BeTrue();

        // The sweep finds the other, and not the same change once more.
        await _tenant.SweepAsync(watch);
        (await reader.NextAsync()).UserId.Should().Be(Samples.Alex);
        reader.Waits.Should().BeTrue();
    }

    [Fact]
    public async Task Refresh_NoReader_StillReads()
    {
        await using PresenceWatch watch = _tenant.Watch([.. Three, .. Samples.Ids(1_300)]);

        await watch.RefreshAsync(watch.Users, Test.Token).BoundedAsync();

        _tenant.Requests.Should().Be(3);
        watch.Status.NotReadUsers.Should().Be(0);
        watch.WaitUntilCurrentAsync(Test.Token).IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public async Task Refresh_NoWatchedUser_SendsNothing()
    {
        await using PresenceWatch watch = _tenant.Watch([]);

        await watch.RefreshAsync([Samples.Adele], Test.Token).BoundedAsync();
        await watch.RefreshAsync([], Test.Token).BoundedAsync();

        _tenant.Requests.Should().Be(0);
    }

    [Fact]
    public async Task Refresh_ReadUnderWay_IsJoined()
    {
        var gate = new Gate();
        _tenant.Interfere = async (_, cancel) =>
        {
            await gate.PassAsync(cancel);
            return null;
        };
        await using PresenceWatch watch = _tenant.Watch([Samples.Adele, Samples.Alex]);
        Task first = watch.RefreshAsync([Samples.Adele], Test.Token);
        await gate.ArrivedAsync(1);
        Task second = watch.RefreshAsync([Samples.Adele, Samples.Alex], Test.Token);
        await gate.ArrivedAsync(1);
        Task third = watch.RefreshAsync([Samples.Alex.ToUpperInvariant()], Test.Token);

        gate.Open();
        await Task.WhenAll(first, second, third).BoundedAsync();

        _tenant.Requests.Should().Be(2);
    }

    [Fact]
    public async Task Refresh_SweepUnderWay_IsJoined()
    {
        var gate = new Gate();
        _tenant.Interfere = async (_, cancel) =>
        {
            await gate.PassAsync(cancel);
            return null;
        };
        await using PresenceWatch watch = _tenant.Watch(Three);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        reader.Waits.Should().BeTrue();
        await gate.ArrivedAsync(1);

        Task refresh = watch.RefreshAsync([Samples.Adele], Test.Token);
        refresh.IsCompleted.Should().BeFalse();
        gate.Open();
        await refresh.BoundedAsync();

        watch.TryGet(Samples.Adele, out WatchedPresence? known).Should().BeTrue();
        known!.State.Should().Be(WatchedPresenceState.Known);
        _tenant.Requests.Should().Be(1);
    }

    [Fact]
    public async Task Refresh_SweepThatBeganEarlier_DoesNotOverwriteIt()
    {
        await using PresenceWatch watch = _tenant.Watch([Samples.Adele], o => o.Polling = PresenceWatchPolling.Always);
        await watch.WaitUntilCurrentAsync(Test.Token).BoundedAsync();
        await WatchedTenant.FirstSweepAsync(watch);
        var gate = new Gate();
        Answer old = _tenant.AnswerTo(Samples.Adele);
        _tenant.Interfere = async (_, cancel) =>
        {
            await gate.PassAsync(cancel);
            return old;
        };
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.NextAsync();
        await _tenant.Time.PassAsync(11);
        await gate.ArrivedAsync(1);

        // A user added since does not join that read, nor does it see this one's.
        watch.Users.Remove(Samples.Adele);
        watch.Users.Add(Samples.Adele);
        _tenant.Interfere = static (_, _) => Task.FromResult<Answer?>(null);
        _tenant.Set(Samples.Adele, "Busy");
        await watch.RefreshAsync([Samples.Adele], Test.Token).BoundedAsync();
        gate.Open();
        await WatchedTenant.UntilAsync(() => watch.Status.LastSweepStartedAt > FakeGraph.Start);

        watch.TryGet(Samples.Adele, out WatchedPresence? known).Should().BeTrue();
        known!.Presence!.AvailabilityText.Should().Be("Busy");
    }

    [Fact]
    public async Task Refresh_Failure_IsTheCallersAndChangesNothing()
    {
        await using PresenceWatch watch = _tenant.Watch(Three);
        await watch.WaitUntilCurrentAsync(Test.Token).BoundedAsync();
        _tenant.Interfere = (_, _) => Task.FromResult<Answer?>(Answers.Error(HttpStatusCode.Forbidden));

        await watch.Awaiting(w => w.RefreshAsync([Samples.Adele], Test.Token).BoundedAsync()).Should()
            .ThrowAsync<PresenceAccessDeniedException>();

        watch.TryGet(Samples.Adele, out WatchedPresence? known).Should().BeTrue();
        known!.State.Should().Be(WatchedPresenceState.Known);
    }

    [Fact]
    public async Task Refresh_Cancelled_EndsTheWaitAndNotTheRead()
    {
        var gate = new Gate();
        _tenant.Interfere = async (_, cancel) =>
        {
            await gate.PassAsync(cancel);
            return null;
        };
        await using PresenceWatch watch = _tenant.Watch(Three);
        using var caller = new CancellationTokenSource();
        Task left = watch.RefreshAsync([Samples.Adele], caller.Token);
        Task joined = watch.RefreshAsync([Samples.Adele], Test.Token);
        await gate.ArrivedAsync(1);

        await left.ShouldEndByAsync(caller);
        gate.Open();
        await joined.BoundedAsync();

        _tenant.Requests.Should().Be(1);
    }

    [Fact]
    public async Task Refresh_CancelledBefore_SendsNothing()
    {
        await using PresenceWatch watch = _tenant.Watch(Three);
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await watch.RefreshAsync(Three, cancel.Token).ShouldEndByAsync(cancel);

        // It would join a read of all three.
        await watch.RefreshAsync([Samples.Adele], Test.Token).BoundedAsync();
        (await _tenant.NextAsync()).Ids.Should().Equal(Samples.Adele);
        _tenant.Requests.Should().Be(1);
    }

    [Fact]
    public async Task Refresh_Again_ReadsAgain()
    {
        await using PresenceWatch watch = _tenant.Watch(Three);
        await watch.RefreshAsync([Samples.Adele], Test.Token).BoundedAsync();
        _tenant.Set(Samples.Adele, "Busy");
        _tenant.Interfere = (_, _) =>
        {
            _tenant.Time.Advance(TimeSpan.FromSeconds(3));
            return Task.FromResult<Answer?>(null);
        };

        await watch.RefreshAsync([Samples.Adele], Test.Token).BoundedAsync();

        watch.TryGet(Samples.Adele, out WatchedPresence? known).Should().BeTrue();
        known!.Presence!.AvailabilityText.Should().Be("Busy");
        known.ReadAt.Should().Be(FakeGraph.Start.AddSeconds(3), "the answer was read then");
    }

    [Fact]
    public async Task Refresh_ReaderOfSweeps_GetsTheChangeAtOnce()
    {
        await using PresenceWatch watch = _tenant.Watch(Three);
        await using var reader = new Reader<PresenceSweep>(watch.ReadSweepsAsync(null, Test.Token));
        await reader.NextAsync();
        await WatchedTenant.FirstSweepAsync(watch);
        _tenant.Set(Samples.Adele, "Busy");

        await watch.RefreshAsync([Samples.Adele], Test.Token).BoundedAsync();

        (await reader.NextAsync()).Changes.Should().ContainSingle().Which.UserId.Should().Be(Samples.Adele);
    }

    [Fact]
    public async Task Refresh_BrokenEntry_FailsOnlyItsUser()
    {
        await using PresenceWatch watch = _tenant.Watch(Three);
        await watch.WaitUntilCurrentAsync(Test.Token).BoundedAsync();
        _tenant.SetEntry(Samples.Adele, $$"""{"id":"{{Samples.Adele}}","availability":7}""");
        _tenant.Set(Samples.Alex, "Busy");

        await watch.Awaiting(w => w.RefreshAsync([Samples.Adele, Samples.Alex], Test.Token).BoundedAsync()).Should()
            .ThrowAsync<PresenceException>().WithMessage("*cannot be read*");

        Text(Samples.Adele).Should().Be("Available");
        Text(Samples.Alex).Should().Be("Busy");

        string? Text(string id) =>
            watch.TryGet(id, out WatchedPresence? known) ? known.Presence?.AvailabilityText : null;
    }

    [Fact]
    public async Task Refresh_ClientDisposedMeanwhile_SaysSo()
    {
        _tenant.Interfere = (_, _) =>
        {
            _tenant.Client.Dispose();
            return Task.FromResult<Answer?>(Answers.Error(HttpStatusCode.Forbidden));
        };
        await using PresenceWatch watch = _tenant.Watch(Three);

        await watch.Awaiting(w => w.RefreshAsync([Samples.Adele], Test.Token).BoundedAsync()).Should()
            .ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task Refresh_ManyUsers_KeepsToTheConcurrency()
    {
        var gate = new Gate();
        _tenant.Interfere = async (_, cancel) =>
        {
            await gate.PassAsync(cancel);
            return null;
        };
        await using PresenceWatch watch = _tenant.Watch(Samples.Ids(6_500), o => o.MaxConcurrency = 2);

        Task refresh = watch.RefreshAsync(watch.Users, Test.Token);
        await gate.ArrivedAsync(2);
        for (int i = 0; i < 100; i++)
        {
            await Task.Yield();
        }

        gate.Open();
        await refresh.BoundedAsync();

        (_tenant.Requests, _tenant.MostRunning).Should().Be((10, 2));
    }

    [Fact]
    public async Task Refresh_UserRemovedMeanwhile_StaysRemoved()
    {
        var gate = new Gate();
        _tenant.Interfere = async (_, cancel) =>
        {
            await gate.PassAsync(cancel);
            return null;
        };
        await using PresenceWatch watch = _tenant.Watch(Three);
        Task refresh = watch.RefreshAsync([Samples.Adele], Test.Token);
        await gate.ArrivedAsync(1);

        watch.Users.Remove(Samples.Adele);
        gate.Open();
        await refresh.BoundedAsync();

        watch.TryGet(Samples.Adele, out _).Should().BeFalse();
        watch.Status.NotReadUsers.Should().Be(2);
    }

    [Fact]
    public async Task Refresh_OneReadAtATime_TheNextOneFollows()
    {
        await using PresenceWatch watch = _tenant.Watch(Three, o => o.MaxConcurrency = 1);

        await watch.RefreshAsync([Samples.Adele], Test.Token).BoundedAsync();
        await watch.RefreshAsync([Samples.Alex], Test.Token).BoundedAsync();

        _tenant.Requests.Should().Be(2);
    }

    [Fact]
    public async Task Refresh_ThatThrowsForAnotherReason_IsTheCallersFailure()
    {
        _tenant.Interfere = static (_, _) => throw new InvalidCastException("A handler's own fault.");
        await using PresenceWatch watch = _tenant.Watch(Three);

        (await watch.Awaiting(w => w.RefreshAsync([Samples.Adele], Test.Token).BoundedAsync()).Should()
            .ThrowAsync<PresenceException>()).WithInnerException<InvalidCastException>();
    }

    [Fact]
    public async Task Refresh_StatesFromAnotherSource_AreLearnedByIt()
    {
        await using var source = new OtherSource();
        await using var engine = new WatchEngine(
            _tenant.Client.Presences.Context, new PresenceWatchOptions(), (_, _) => source);
        engine.State.Add(Three);

        await engine.RefreshAsync([Samples.Adele], Test.Token).BoundedAsync();

        source.LearnedStates.Should().Equal((Samples.Adele, "Available", FakeGraph.Start));
    }

    [Fact]
    public async Task Refresh_SourceThatThrows_IsTheCallersFailure()
    {
        await using var source = new OtherSource { Fault = new InvalidCastException("The source's own fault.") };
        await using var engine = new WatchEngine(
            _tenant.Client.Presences.Context, new PresenceWatchOptions(), (_, _) => source);
        engine.State.Add(Three);

        (await engine.Awaiting(e => e.RefreshAsync([Samples.Adele], Test.Token).BoundedAsync()).Should()
            .ThrowAsync<PresenceException>()).WithInnerException<InvalidCastException>();
    }

    private sealed class OtherSource : IWatchSource
    {
        public Exception? Fault { get; init; }

        public List<(string Id, string? Availability, DateTimeOffset At)> LearnedStates { get; } = [];

        public void Wake()
        {
            // It reads nothing by itself.
        }

        public void Learned(string id, UserPresence? presence, DateTimeOffset observedAt)
        {
            if (Fault is not null)
            {
                throw Fault;
            }

            LearnedStates.Add((id, presence?.AvailabilityText, observedAt));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
