using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>Readers of sweeps.</summary>
public sealed class ReadSweepsTests : IDisposable
{
    private static readonly string[] Both = [Samples.Adele, Samples.Alex];

    private readonly WatchedTenant _tenant = new();

    public void Dispose() => _tenant.Dispose();

    [Fact]
    public async Task ReadSweeps_FirstSweep_HasInitialForEveryUser()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        await using var reader = new Reader<PresenceSweep>(watch.ReadSweepsAsync(cancellationToken: Test.Token));

        PresenceSweep sweep = await reader.NextAsync();

        sweep.Changes.Select(c => (c.UserId, c.Kind)).Should().Equal(
            (Samples.Adele, PresenceChangeKind.Initial), (Samples.Alex, PresenceChangeKind.Initial));
        sweep.Version.Should().Be(sweep.Changes.Max(c => c.Version)).And.Be(watch.Status.Version);
        sweep.IsResynchronization.Should().BeFalse();
        sweep.Status.Users.Should().Be(2);
    }

    [Fact]
    public async Task ReadSweeps_WithoutAChange_AreLeftOutUnlessAskedFor()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        await using var reader = new Reader<PresenceSweep>(watch.ReadSweepsAsync(null, Test.Token));
        await using var all = new Reader<PresenceSweep>(watch.ReadSweepsAsync(null, includeEmpty: true, Test.Token));
        await reader.NextAsync();
        await all.NextAsync();

        for (int i = 0; i < 3; i++)
        {
            await _tenant.SweepAsync(watch);
            PresenceSweep sweep = await all.NextAsync();
            sweep.Changes.Should().BeEmpty();
            sweep.Status.LastSweepStartedAt.Should().Be(_tenant.Time.GetUtcNow());
        }

        reader.Waits.Should().BeTrue();
    }

    [Fact]
    public async Task ReadSweeps_NoUsers_StillGivesSignsOfLife()
    {
        await using PresenceWatch watch = _tenant.Watch([]);
        await using var reader = new Reader<PresenceSweep>(watch.ReadSweepsAsync(null, includeEmpty: true, Test.Token));

        (await reader.NextAsync()).Status.Users.Should().Be(0);
        _tenant.Requests.Should().Be(0);
    }

    [Fact]
    public async Task ReadSweeps_SlowReader_GetsWhatItMissedInOne()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        await using var reader = new Reader<PresenceSweep>(watch.ReadSweepsAsync(null, Test.Token));
        await reader.NextAsync();

        foreach (string availability in (string[])["Busy", "Away"])
        {
            _tenant.Set(Samples.Adele, availability);
            await _tenant.SweepAsync(watch);
        }

        _tenant.Set(Samples.Alex, "Busy");
        await _tenant.SweepAsync(watch);
        PresenceSweep sweep = await reader.NextAsync();

        sweep.Changes.Select(c => (c.UserId, c.Previous!.AvailabilityText, c.Current!.AvailabilityText)).Should().Equal(
            (Samples.Adele, "Available", "Away"), (Samples.Alex, "Available", "Busy"));
        sweep.Version.Should().Be(watch.Status.Version);
        reader.Waits.Should().BeTrue();
    }

    [Fact]
    public async Task ReadSweeps_AfterAKnownVersion_GivesTheDifference()
    {
        await using PresenceWatch watch = _tenant.Watch([.. Both, Samples.Megan]);
        long version;
        await using (var reader = new Reader<PresenceSweep>(watch.ReadSweepsAsync(null, Test.Token)))
        {
            version = (await reader.NextAsync()).Version;
        }

        _tenant.Set(Samples.Adele, "Busy");
        await watch.RefreshAsync([Samples.Adele], Test.Token).BoundedAsync();
        watch.Users.Remove(Samples.Megan);
        watch.Users.Add(Samples.RequestId);
        await using var again = new Reader<PresenceSweep>(watch.ReadSweepsAsync(after: version, Test.Token));
        _tenant.Time.Advance(TimeSpan.FromMinutes(10));
        Dictionary<string, PresenceChange> changes = [];
        while (changes.Count < 3)
        {
            PresenceSweep sweep = await again.NextAsync();
            sweep.IsResynchronization.Should().BeFalse();
            foreach (PresenceChange change in sweep.Changes)
            {
                changes.Add(change.UserId, change);
            }
        }

        changes[Samples.Adele].Should().BeEquivalentTo(
            new { Kind = PresenceChangeKind.Changed, Previous = (UserPresence?)null, Parts = PresenceParts.All });
        changes[Samples.Megan].Kind.Should().Be(PresenceChangeKind.Unwatched);
        changes[Samples.RequestId].Kind.Should().Be(PresenceChangeKind.Initial);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public async Task ReadSweeps_AfterAVersionThatIsNotKnown_GivesAllAgainAndSaysSo(long after)
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        await using var reader = new Reader<PresenceSweep>(watch.ReadSweepsAsync(after, Test.Token));

        PresenceSweep sweep = await reader.NextAsync();
        _tenant.Set(Samples.Adele, "Busy");
        await _tenant.SweepAsync(watch);
        PresenceSweep next = await reader.NextAsync();

        sweep.IsResynchronization.Should().BeTrue();
        sweep.Changes.Should().HaveCount(2).And.OnlyContain(c => c.Kind == PresenceChangeKind.Initial);
        next.IsResynchronization.Should().BeFalse();
    }

    [Fact]
    public async Task ReadSweeps_AfterAVersionOfAnEarlierWatch_IsNotKnown()
    {
        long version;
        await using (PresenceWatch earlier = _tenant.Watch(Both))
        {
            await earlier.WaitUntilCurrentAsync(Test.Token).BoundedAsync();
            version = earlier.Status.Version;
        }

        _tenant.Time.Advance(TimeSpan.FromSeconds(1));
        await using PresenceWatch watch = _tenant.Watch(Both);
        await using var reader = new Reader<PresenceSweep>(watch.ReadSweepsAsync(version, Test.Token));

        (await reader.NextAsync()).IsResynchronization.Should().BeTrue();
    }

    [Fact]
    public async Task ReadSweeps_MoreRemovedThanRemembered_IsNotKnown()
    {
        string[] many = Samples.Ids(10_050);
        await using PresenceWatch watch = _tenant.Watch([]);
        watch.Users.Add(many);
        await watch.WaitUntilCurrentAsync(Test.Token).BoundedAsync();
        long version = watch.Status.Version;

        watch.Users.Remove(many[..10_000]);
        await using var known = new Reader<PresenceSweep>(watch.ReadSweepsAsync(version, Test.Token));
        PresenceSweep difference = await known.NextAsync();
        watch.Users.Remove(many[10_000]);
        await using var unknown = new Reader<PresenceSweep>(watch.ReadSweepsAsync(version, Test.Token));
        PresenceSweep all = await unknown.NextAsync();

        difference.IsResynchronization.Should().BeFalse();
        difference.Changes.Should().HaveCount(10_000).And.OnlyContain(c => c.Kind == PresenceChangeKind.Unwatched);
        all.IsResynchronization.Should().BeTrue();
        all.Changes.Should().HaveCount(49).And.OnlyContain(c => c.Kind == PresenceChangeKind.Initial);
    }

    [Fact]
    public async Task ReadSweeps_EnumeratedAgain_ContinuesWithTheDifference()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        IAsyncEnumerable<PresenceSweep> sweeps = watch.ReadSweepsAsync(null, Test.Token);
        await using (var reader = new Reader<PresenceSweep>(sweeps))
        {
            await reader.NextAsync();
            await WatchedTenant.FirstSweepAsync(watch);
        }

        _tenant.Set(Samples.Adele, "Busy");
        _tenant.Time.Advance(TimeSpan.FromHours(2));
        await using var again = new Reader<PresenceSweep>(sweeps);
        PresenceChange change = (await again.NextAsync()).Changes.Should().ContainSingle().Which;

        change.Kind.Should().Be(PresenceChangeKind.Changed);
        change.Previous!.AvailabilityText.Should().Be("Available");
    }

    [Fact]
    public async Task ReadSweeps_NewsBetweenSweeps_ComesAtOnce()
    {
        await using PresenceWatch watch = _tenant.Watch([Samples.Adele]);
        await using var reader = new Reader<PresenceSweep>(watch.ReadSweepsAsync(null, Test.Token));
        await reader.NextAsync();

        watch.Report(new() { Id = Samples.Adele, Availability = PresenceAvailability.Busy }, _tenant.Time.GetUtcNow());
        (await reader.NextAsync()).Changes.Single().Kind.Should().Be(PresenceChangeKind.Changed);
        watch.Users.Add(Samples.Alex);
        (await reader.NextAsync()).Changes.Should().Contain(c => c.Kind == PresenceChangeKind.Initial);
        watch.Users.Remove(Samples.Alex);
        (await reader.NextAsync()).Changes.Single().Kind.Should().Be(PresenceChangeKind.Unwatched);
    }

    [Fact]
    public async Task ReadSweeps_TroubleAndRecovery_AreGivenOnceEach()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        await using var reader = new Reader<PresenceSweep>(watch.ReadSweepsAsync(null, Test.Token));
        await reader.NextAsync();

        _tenant.Interfere = (_, _) => Task.FromResult<Answer?>(Answers.Error(HttpStatusCode.BadGateway));
        for (int i = 0; i < 3; i++)
        {
            await _tenant.SweepAsync(watch);
        }

        PresenceSweep trouble = await reader.NextAsync();
        bool more = !reader.Waits;
        _tenant.Interfere = (_, _) => Task.FromResult<Answer?>(null);
        await _tenant.SweepAsync(watch);
        await _tenant.SweepAsync(watch);
        PresenceSweep recovery = await reader.NextAsync();

        trouble.Changes.Should().BeEmpty();
        trouble.Status.TroubleSince.Should().NotBeNull();
        trouble.Status.Failure!.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        more.Should().BeFalse();
        recovery.Changes.Should().BeEmpty();
        recovery.Status.TroubleSince.Should().BeNull();
        reader.Waits.Should().BeTrue();
    }

    [Fact]
    public async Task ReadSweeps_AfterAKnownVersion_UserRemovedAndAddedAgain_IsNoSecondInitial()
    {
        await using PresenceWatch watch = _tenant.Watch(Both);
        await watch.WaitUntilCurrentAsync(Test.Token).BoundedAsync();
        long version = watch.Status.Version;

        watch.Users.Remove(Samples.Adele);
        watch.Users.Add(Samples.Adele);
        await watch.RefreshAsync([Samples.Adele], Test.Token).BoundedAsync();
        await using var reader = new Reader<PresenceSweep>(watch.ReadSweepsAsync(version, Test.Token));

        (await reader.NextAsync()).Changes.Select(c => (c.UserId, c.Kind)).Should()
            .Equal((Samples.Adele, PresenceChangeKind.Changed));
    }

    [Fact]
    public async Task ReadSweeps_AfterAKnownVersion_AllRemoved_SaysSoAtOnce()
    {
        await using PresenceWatch watch = _tenant.Watch(Both, o => o.Polling = PresenceWatchPolling.Always);
        await watch.WaitUntilCurrentAsync(Test.Token).BoundedAsync();
        await WatchedTenant.FirstSweepAsync(watch);
        long version = watch.Status.Version;

        watch.Users.Replace(Array.Empty<string>());
        await using var reader = new Reader<PresenceSweep>(watch.ReadSweepsAsync(version, Test.Token));

        (await reader.NextAsync()).Changes.Should().HaveCount(2)
            .And.OnlyContain(c => c.Kind == PresenceChangeKind.Unwatched && c.Previous == null);
    }

    [Fact]
    public async Task ReadSweeps_CancelledWithNewsAtHand_GivesItNextTime()
    {
        await using PresenceWatch watch = _tenant.Watch(Both, o => o.Polling = PresenceWatchPolling.Always);
        await watch.WaitUntilCurrentAsync(Test.Token).BoundedAsync();
        await WatchedTenant.FirstSweepAsync(watch);
        IAsyncEnumerable<PresenceSweep> sweeps = watch.ReadSweepsAsync(null, Test.Token);
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        await sweeps.GetAsyncEnumerator(cancel.Token).MoveNextAsync().AsTask().ShouldEndByAsync(cancel);

        await using var again = new Reader<PresenceSweep>(sweeps);

        (await again.NextAsync()).Changes.Should().HaveCount(2);
    }

    [Fact]
    public async Task ReadSweeps_SweepUnderWay_OnlyReadersOfChangesGetItsChanges()
    {
        string[] many = Samples.Ids(1_300);
        await using PresenceWatch watch = _tenant.Watch(many);
        await using var changes = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await using var sweeps = new Reader<PresenceSweep>(watch.ReadSweepsAsync(null, Test.Token));
        await changes.TakeAsync(many.Length);
        await WatchedTenant.FirstSweepAsync(watch);
        (await sweeps.NextAsync()).Changes.Should().HaveCount(many.Length);
        (changes.Waits, sweeps.Waits).Should().Be((true, true));

        // The second page is due half an interval after the first.
        _tenant.Set(many[0], "Busy");
        await _tenant.Time.PassAsync(11);

        (await changes.NextAsync()).UserId.Should().Be(many[0]);
        sweeps.Waits.Should().BeTrue();
        await _tenant.SlowSweepAsync(watch);
        (await sweeps.NextAsync()).Changes.Should().ContainSingle().Which.UserId.Should().Be(many[0]);
    }

    [Fact]
    public async Task ReadSweeps_OneOfManyChanges_HasOnlyThatUser()
    {
        string[] many = Samples.Ids(1_300);
        await using PresenceWatch watch = _tenant.Watch(many, o => o.Polling = PresenceWatchPolling.Always);
        await watch.WaitUntilCurrentAsync(Test.Token).BoundedAsync();
        await WatchedTenant.FirstSweepAsync(watch);
        await using var reader = new Reader<PresenceSweep>(watch.ReadSweepsAsync(watch.Status.Version, Test.Token));
        reader.Waits.Should().BeTrue();

        _tenant.Set(many[700], "Busy");
        await _tenant.SlowSweepAsync(watch);

        (await reader.NextAsync()).Changes.Select(c => c.UserId).Should().Equal(many[700]);
    }
}
