using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>News from elsewhere, and its order among the reads.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly WatchedTenant _tenant = new();

    public void Dispose() => _tenant.Dispose();

    [Fact]
    public async Task Report_IsAChangeAtOnce_AndTheNextReadOverwritesIt()
    {
        await using PresenceWatch watch = await ReadAsync();
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.NextAsync();

        watch.Report(Presence("Busy"), _tenant.Time.GetUtcNow());
        PresenceChange report = await reader.NextAsync();
        await _tenant.SweepAsync(watch);
        PresenceChange read = await reader.NextAsync();

        report.Current!.AvailabilityText.Should().Be("Busy");
        report.ReadAt.Should().Be(FakeGraph.Start);
        read.Previous.Should().Be(report.Current);
        read.Current!.AvailabilityText.Should().Be("Available");
        reader.Waits.Should().BeTrue();
    }

    [Fact]
    public async Task Report_ReadThatBeganBefore_NeverOverwritesIt()
    {
        await using PresenceWatch watch = await ReadAsync(number: "A1");
        var gate = new Gate();
        Answer old = _tenant.AnswerTo(Samples.Adele);
        _tenant.Interfere = async (request, cancel) =>
        {
            await (request.Number == 2 ? gate.PassAsync(cancel) : Task.CompletedTask);
            return request.Number == 2 ? old : null;
        };
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.NextAsync();
        await _tenant.Time.PassAsync(11);
        await gate.ArrivedAsync(1);

        watch.Report(Presence("Busy"), _tenant.Time.GetUtcNow());
        gate.Open();
        await WatchedTenant.UntilAsync(() => watch.Status.LastSweepStartedAt > FakeGraph.Start);
        PresenceChange change = await reader.NextAsync();

        change.Current!.AvailabilityText.Should().Be("Busy");
        reader.Waits.Should().BeTrue();
        watch.TryGet(Samples.Adele, out WatchedPresence? known).Should().BeTrue();
        known!.Presence!.AvailabilityText.Should().Be("Busy");

        // The next read begins after it, though it brings the same bytes as the one before.
        await _tenant.SweepAsync(watch);
        (await reader.NextAsync()).Current!.AvailabilityText.Should().Be("Available");
    }

    [Fact]
    public async Task Report_OlderThanTheKnownState_IsIgnored()
    {
        await using PresenceWatch watch = await ReadAsync(number: "A5");
        long version = watch.Status.Version;

        watch.Report(Presence("Busy"), FakeGraph.Start.AddSeconds(-1));
        watch.Report(Presence("Busy") with { SequenceNumber = "A4" }, FakeGraph.Start.AddSeconds(1));
        watch.Report(Presence("Busy") with { Id = Samples.Alex }, FakeGraph.Start);

        watch.Status.Version.Should().Be(version);
        watch.Users.Should().Equal(Samples.Adele);
    }

    [Fact]
    public async Task Report_InTheFuture_CountsAsNow()
    {
        await using PresenceWatch watch = await ReadAsync();

        watch.Report(Presence("Busy"), FakeGraph.Start.AddDays(1));
        watch.TryGet(Samples.Adele, out WatchedPresence? known).Should().BeTrue();
        await watch.RefreshAsync([Samples.Adele], Test.Token).BoundedAsync();
        watch.TryGet(Samples.Adele, out WatchedPresence? refreshed).Should().BeTrue();

        known!.ReadAt.Should().Be(FakeGraph.Start);
        refreshed!.Presence!.AvailabilityText.Should().Be("Available");
    }

    [Fact]
    public async Task Report_BeforeTheFirstRead_IsKnown()
    {
        await using PresenceWatch watch = _tenant.Watch([Samples.Adele]);

        watch.Report(Presence("Busy"), FakeGraph.Start);

        watch.WaitUntilCurrentAsync(Test.Token).IsCompletedSuccessfully.Should().BeTrue();
        watch.TryGet(Samples.Adele, out WatchedPresence? known).Should().BeTrue();
        known!.State.Should().Be(WatchedPresenceState.Known);
    }

    [Fact]
    public async Task Read_LowerNumber_IsIgnoredForSomeMinutesThenAccepted()
    {
        await using PresenceWatch watch = await ReadAsync(number: "A5");
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.NextAsync();
        _tenant.Set(Samples.Adele, "Busy", number: "A4");

        for (int minute = 0; minute < 5; minute++)
        {
            await _tenant.SweepAsync(watch, 60);
            reader.Waits.Should().BeTrue();
        }

        await _tenant.SweepAsync(watch, 60);
        (await reader.NextAsync()).Current!.SequenceNumber.Should().Be("A4");
    }

    [Fact]
    public async Task Read_NumberThatCatchesUp_ForgetsTheLowerOnes()
    {
        await using PresenceWatch watch = await ReadAsync(number: "A5");
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.NextAsync();
        for (int i = 0; i < 4; i++)
        {
            _tenant.Set(Samples.Adele, "Busy", number: "A4");
            await _tenant.SweepAsync(watch, 150);
            _tenant.Set(Samples.Adele, "Available", number: "A5");
            await _tenant.SweepAsync(watch, 150);
        }

        reader.Waits.Should().BeTrue();
        watch.TryGet(Samples.Adele, out WatchedPresence? known).Should().BeTrue();
        known!.ReadAt.Should().Be(_tenant.Time.GetUtcNow());
    }

    private async Task<PresenceWatch> ReadAsync(string? number = null)
    {
        _tenant.Set(Samples.Adele, "Available", number: number);
        PresenceWatch watch = _tenant.Watch([Samples.Adele], o => o.Polling = PresenceWatchPolling.Always);
        await watch.WaitUntilCurrentAsync(Test.Token).BoundedAsync();
        await WatchedTenant.FirstSweepAsync(watch);
        return watch;
    }

    private static UserPresence Presence(string availability) =>
        new() { Id = Samples.Adele, AvailabilityText = availability, ActivityText = availability };

    [Fact]
    public async Task Report_LateOnesWithLowerNumbers_NeverOverwriteWhatWasReadSince()
    {
        _tenant.Set(Samples.Adele, "Busy", number: "A5");
        await using PresenceWatch watch = _tenant.Watch([Samples.Adele]);
        await watch.WaitUntilCurrentAsync(Test.Token).BoundedAsync();

        foreach (int minutes in (int[])[-30, -20, -10])
        {
            watch.Report(
                new() { Id = Samples.Adele, AvailabilityText = "Away", SequenceNumber = "A4" },
                FakeGraph.Start.AddMinutes(minutes));
        }

        watch.TryGet(Samples.Adele, out WatchedPresence? known).Should().BeTrue();
        known!.Presence!.AvailabilityText.Should().Be("Busy");
    }

    [Fact]
    public async Task Report_UserNotWatched_IsIgnored()
    {
        await using PresenceWatch watch = _tenant.Watch([Samples.Adele]);
        long version = watch.Status.Version;

        watch.Report(new() { Id = Samples.Alex, AvailabilityText = "Away" }, _tenant.Time.GetUtcNow());

        watch.TryGet(Samples.Alex, out _).Should().BeFalse();
        watch.Status.Version.Should().Be(version);
    }
}
