using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>When a watch polls, and which users it asks for.</summary>
public sealed class PollingTests : IDisposable
{
    private static readonly string[] Both = [Samples.Adele, Samples.Alex];

    private readonly WatchedTenant _tenant = new();

    public void Dispose() => _tenant.Dispose();

    [Fact]
    public async Task WhileRead_NoReader_PollsNothing()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);

        for (int i = 0; i < 3; i++)
        {
            _tenant.Time.Advance(TimeSpan.FromHours(1));
            await Task.Yield();
        }

        watch.TryGet(Samples.Adele, out WatchedPresence? known).Should().BeTrue();
        known.Should().Be(new WatchedPresence { State = WatchedPresenceState.NotRead });
        watch.Status.Interval.Should().Be(TimeSpan.FromSeconds(10));
        _tenant.Requests.Should().Be(0);
    }

    [Fact]
    public async Task WhileRead_LastReaderLeaves_StopsUntilTheNextOne()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.TakeAsync(2);
        await WatchedTenant.FirstSweepAsync(watch);
        await reader.DisposeAsync();

        _tenant.Time.Advance(TimeSpan.FromHours(1));
        _tenant.Set(Samples.Adele, "Busy");
        await using var next = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        List<PresenceChange> changes = await next.TakeAsync(2);
        int requests = _tenant.Requests;
        if (changes.Exists(c => c.Current!.AvailabilityText == "Busy"))
        {
            requests.Should().Be(2);
        }
        else
        {
            (await next.NextAsync()).Should().BeEquivalentTo(
                new { Kind = PresenceChangeKind.Changed, UserId = Samples.Adele });
        }

        _tenant.Requests.Should().Be(2);
    }

    [Fact]
    public async Task WhileRead_LastReaderLeavesInTheMiddleOfASweep_TheNextOneBeginsANewOne()
    {
        await using PresenceWatch watch = _tenant.Watch(Samples.Ids(1_300));
        var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.TakeAsync(1_300);
        await WatchedTenant.FirstSweepAsync(watch);
        await _tenant.Time.PassAsync(11);
        await WatchedTenant.UntilAsync(() => _tenant.Requests == 3 && _tenant.Running == 0);

        await reader.DisposeAsync();
        await _tenant.Time.PassAsync(60);
        await using var next = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await next.TakeAsync(1_300);

        await WatchedTenant.UntilAsync(() => _tenant.Requests == 5 && watch.Status.StaleUsers == 0);
    }

    [Fact]
    public async Task Always_NoReader_IsCurrent()
    {
        await using PresenceWatch watch = _tenant.Watch(Both, o => o.Polling = PresenceWatchPolling.Always);
        await WatchedTenant.FirstSweepAsync(watch);

        _tenant.Set(Samples.Adele, "Busy");
        await _tenant.SweepAsync(watch);

        watch.TryGet(Samples.Adele, out WatchedPresence? known).Should().BeTrue();
        known!.Presence!.AvailabilityText.Should().Be("Busy");
        known.ReadAt.Should().Be(_tenant.Time.GetUtcNow());
        known.ChangedAt.Should().Be(_tenant.Time.GetUtcNow());
        watch.Status.Readers.Should().Be(0);
    }

    [Fact]
    public async Task WaitUntilCurrent_NoUsers_IsDoneAtOnce()
    {
        await using PresenceWatch watch = _tenant.Watch([]);

        watch.WaitUntilCurrentAsync(Test.Token).IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public async Task WaitUntilCurrent_NoReader_HasEveryUserReadOnce()
    {
        _tenant.LeaveOut(Samples.Megan);
        await using PresenceWatch watch = _tenant.Watch([.. Both, Samples.Megan]);

        await watch.WaitUntilCurrentAsync(Test.Token).BoundedAsync();

        States(watch).Should().Equal(
            WatchedPresenceState.Known, WatchedPresenceState.Known, WatchedPresenceState.Missing);
        watch.WaitUntilCurrentAsync(Test.Token).IsCompletedSuccessfully.Should().BeTrue();
        _tenant.Requests.Should().Be(1);
    }

    [Fact]
    public async Task WaitUntilCurrent_FailureThatPasses_WaitsOn()
    {
        _tenant.Interfere = (request, _) => Task.FromResult<Answer?>(
            request.Number == 1 ? Answers.Error(HttpStatusCode.BadGateway) : null);
        await using PresenceWatch watch = _tenant.Watch(Both);
        Task current = watch.WaitUntilCurrentAsync(Test.Token);

        await _tenant.SweepAsync(watch);
        await current.BoundedAsync();

        _tenant.Requests.Should().Be(2);
    }

    [Fact]
    public async Task WaitUntilCurrent_Cancelled_EndsAndStopsPolling()
    {
        _tenant.Interfere = (_, _) => Task.FromResult<Answer?>(Answers.Error(HttpStatusCode.BadGateway));
        await using PresenceWatch watch = _tenant.Watch(Both);
        using var caller = new CancellationTokenSource();
        Task current = watch.WaitUntilCurrentAsync(caller.Token);
        await WatchedTenant.FirstSweepAsync(watch);

        await current.ShouldEndByAsync(caller);
        _tenant.Time.Advance(TimeSpan.FromHours(1));
        await Task.Yield();

        _tenant.Requests.Should().Be(1);
    }

    [Fact]
    public async Task Sweep_Next_BeginsAnIntervalAfterTheEndOfTheLast()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.TakeAsync(2);
        await WatchedTenant.FirstSweepAsync(watch);

        await _tenant.Time.PassAsync(8.9);
        _tenant.Requests.Should().Be(1);
        var gate = new Gate();
        _tenant.Interfere = async (_, cancel) =>
        {
            await gate.PassAsync(cancel);
            return null;
        };
        await _tenant.Time.PassAsync(2.2);
        await gate.ArrivedAsync(1);

        // This one takes 25 s, in which no other begins.
        _tenant.Time.Advance(TimeSpan.FromSeconds(25));
        _tenant.Requests.Should().Be(2);
        gate.Open();
        await WatchedTenant.UntilAsync(() => watch.Status.LastSweepDuration == TimeSpan.FromSeconds(25));
        await _tenant.Time.PassAsync(8.9);
        _tenant.Requests.Should().Be(2);
        await _tenant.Time.PassAsync(2.2);
        await gate.ArrivedAsync(1);
        _tenant.MostRunning.Should().Be(1);
    }

    [Fact]
    public async Task Sweep_ManyPages_IsSpreadOverTheInterval()
    {
        await using PresenceWatch watch = _tenant.Watch(Samples.Ids((650 * 4) + 1));
        await using var reader = new Reader<PresenceSweep>(watch.ReadSweepsAsync(null, includeEmpty: true, Test.Token));
        reader.Waits.Should().BeTrue();
        await WatchedTenant.FirstSweepAsync(watch);
        for (int i = 0; i < 5; i++)
        {
            // All at once, since nothing was known.
            (await _tenant.NextAsync()).At.Should().Be(FakeGraph.Start);
        }

        await _tenant.Time.PassAsync(11);
        List<double> seconds = [];
        for (int i = 0; i < 5; i++)
        {
            WatchRequest request = await _tenant.NextAsync();
            seconds.Add((request.At - FakeGraph.Start).TotalSeconds - 11);
            await WatchedTenant.UntilAsync(() => _tenant.Running == 0);
            await _tenant.Time.PassAsync(2);
        }

        seconds.Should().Equal(0, 2, 4, 6, 8);
        await WatchedTenant.UntilAsync(() => watch.Status.LastSweepUsers == (650 * 4) + 1);
    }

    [Fact]
    public async Task Sweep_ManyPages_KeepsToTheConcurrency()
    {
        var gate = new Gate();
        _tenant.Interfere = async (_, cancel) =>
        {
            await gate.PassAsync(cancel);
            return null;
        };
        await using PresenceWatch watch = _tenant.Watch(Samples.Ids(6_500), o => o.MaxConcurrency = 3);
        Task current = watch.WaitUntilCurrentAsync(Test.Token);
        await gate.ArrivedAsync(3);

        gate.Open();
        await current.BoundedAsync();

        _tenant.Requests.Should().Be(10);
        _tenant.MostRunning.Should().Be(3);
    }

    [Fact]
    public async Task Throttled_TheInterval_DoublesAndComesBackAfterThreeCleanSweeps()
    {
        _tenant.Configure = o => o.WaitWhenThrottled = false;
        await using PresenceWatch watch = _tenant.Watch(Both, o =>
        {
            o.Polling = PresenceWatchPolling.Always;
            o.MaxInterval = TimeSpan.FromSeconds(35);
        });
        await WatchedTenant.FirstSweepAsync(watch);
        List<double> intervals = [watch.Status.Interval.TotalSeconds];
        for (int sweep = 0; sweep < 6; sweep++)
        {
            bool throttles = sweep < 3;
            _tenant.Interfere = (_, _) => Task.FromResult<Answer?>(throttles
                ? Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", "1") : null);
            await _tenant.SweepAsync(watch, seconds: 39);
            intervals.Add(watch.Status.Interval.TotalSeconds);
        }

        intervals.Should().Equal(10, 20, 35, 35, 35, 35, 10);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(-8)]
    public async Task WallClock_Jumps_ASweepBeginsAtOnce(int hours)
    {
        await using PresenceWatch watch = _tenant.Watch(Both, o => o.Interval = TimeSpan.FromHours(2));
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.TakeAsync(2);
        await WatchedTenant.FirstSweepAsync(watch);

        await _tenant.Time.PassAsync(2);
        _tenant.Requests.Should().Be(1);
        _tenant.Time.Jump = TimeSpan.FromHours(hours);
        _tenant.Set(Samples.Adele, "Busy");
        await _tenant.Time.PassAsync(2);

        (await reader.NextAsync()).Current!.AvailabilityText.Should().Be("Busy");
        _tenant.Requests.Should().Be(2);
    }

    [Theory]
    [InlineData(1, 10, -1)] // The end of the read wakes it.
    [InlineData(2, 10, 1_000)]
    [InlineData(2, 1, 500)]
    public async Task Sweep_UnderWay_TheLoopDoesNotLookWhenNothingIsDue(
        int concurrency, int interval, int milliseconds)
    {
        await using PresenceWatch watch = _tenant.Watch(Samples.Ids(1_300), o =>
        {
            o.MaxConcurrency = concurrency;
            o.Interval = TimeSpan.FromSeconds(interval);
        });
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.TakeAsync(1_300);
        await WatchedTenant.FirstSweepAsync(watch);
        var gate = new Gate();
        _tenant.Interfere = async (_, cancel) =>
        {
            await gate.PassAsync(cancel);
            return null;
        };

        await _tenant.Time.PassAsync(interval * 1.1);
        await gate.ArrivedAsync(1);
        await _tenant.Time.PassAsync(0);

        _tenant.Time.Sleep.Should().Be(TimeSpan.FromMilliseconds(milliseconds));
        gate.Open();
    }

    [Fact]
    public async Task Answer_WithAByteOrderMark_IsReadAsUsual()
    {
        _tenant.Interfere = (request, _) => Task.FromResult<Answer?>(Answers.Json("\uFEFF" + Samples.Page(
            [.. request.Ids.Select(id => WatchedTenant.Entry(id, $"A{request.Number}", "Away", null))])));
        await using PresenceWatch watch = _tenant.Watch(Both, o => o.Polling = PresenceWatchPolling.Always);
        await WatchedTenant.FirstSweepAsync(watch);
        List<string?> texts = [];
        for (int i = 0; i < 2; i++)
        {
            watch.TryGet(Samples.Alex, out WatchedPresence? known).Should().BeTrue();
            texts.Add(known!.Presence!.AvailabilityText);
            await _tenant.SweepAsync(watch);
        }

        texts.Should().Equal("A1", "A2");
        watch.Status.Failure.Should().BeNull();
    }

    [Fact]
    public async Task Answer_OfSeveralPages_HasTheUsersOfAll()
    {
        _tenant.Interfere = (request, _) => Task.FromResult<Answer?>(Answers.Json(request.Ids.Length == 0
            ? Samples.Page(WatchedTenant.Entry(Samples.Alex, "Busy", "Busy", null))
            : Samples.PageBefore(
                $"{Samples.Root}/page", WatchedTenant.Entry(Samples.Adele, "Away", "Away", null))));
        await using PresenceWatch watch = _tenant.Watch(Both, o => o.Polling = PresenceWatchPolling.Always);
        await WatchedTenant.FirstSweepAsync(watch);
        await _tenant.SweepAsync(watch);

        foreach ((string id, string text) in ((string, string)[])[(Samples.Adele, "Away"), (Samples.Alex, "Busy")])
        {
            watch.TryGet(id, out WatchedPresence? known).Should().BeTrue();
            known!.Presence!.AvailabilityText.Should().Be(text);
            known.ReadAt.Should().Be(_tenant.Time.GetUtcNow());
        }
    }

    [Fact]
    public async Task WallClock_JumpsInTheMiddleOfASweep_AllAreReadAtOnce()
    {
        await using PresenceWatch watch = _tenant.Watch(Samples.Ids(650 * 5));
        await using var reader = new Reader<PresenceSweep>(watch.ReadSweepsAsync(null, Test.Token));
        await reader.NextAsync();
        await WatchedTenant.FirstSweepAsync(watch);
        await _tenant.Time.PassAsync(11);
        await WatchedTenant.UntilAsync(() => _tenant.Requests == 6 && _tenant.Running == 0);

        _tenant.Time.Jump = TimeSpan.FromHours(8);
        await _tenant.Time.PassAsync(0.1);

        await WatchedTenant.UntilAsync(() => _tenant.Requests == 11 && watch.Status.StaleUsers == 0);
    }

    [Fact]
    public async Task Throttled_ReadBetweenTwoSweeps_DoublesTheIntervalToo()
    {
        _tenant.Configure = o => o.WaitWhenThrottled = false;
        await using PresenceWatch watch = _tenant.Watch(Both, o => o.Polling = PresenceWatchPolling.Always);
        await WatchedTenant.FirstSweepAsync(watch);
        _tenant.Interfere = (_, _) => Task.FromResult<Answer?>(
            Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", "1"));
        watch.Users.Add(Samples.Megan);
        await WatchedTenant.UntilAsync(() => watch.Status.TroubleSince is not null);
        _tenant.Interfere = (_, _) => Task.FromResult<Answer?>(null);

        await _tenant.SweepAsync(watch);

        watch.Status.Interval.Should().Be(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task WaitUntilCurrent_SetReplaced_WaitsForTheNewUsers()
    {
        var gate = new Gate();
        _tenant.Interfere = async (_, cancel) =>
        {
            await gate.PassAsync(cancel);
            return null;
        };
        await using PresenceWatch watch = _tenant.Watch([Samples.Adele]);
        Task current = watch.WaitUntilCurrentAsync(Test.Token);
        await gate.ArrivedAsync(1);

        watch.Users.Replace([Samples.Alex]);
        await Task.Yield();
        current.IsCompleted.Should().BeFalse();
        gate.Open();
        await current.BoundedAsync();

        States(watch).Should().Equal(WatchedPresenceState.Known);
    }

    private static IEnumerable<WatchedPresenceState> States(PresenceWatch watch) => watch.Users.Select(id =>
        watch.TryGet(id, out WatchedPresence? known) ? known.State : throw new InvalidOperationException(id));
}
