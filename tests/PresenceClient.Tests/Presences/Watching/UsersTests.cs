using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>The set of users, and the requests that its changes cause.</summary>
public sealed class UsersTests : IDisposable
{
    private readonly WatchedTenant _tenant = new();

    public void Dispose() => _tenant.Dispose();

    [Fact]
    public async Task Users_AddRemoveReplace_IgnoreCaseAndDuplicates()
    {
        await using PresenceWatch watch = _tenant.Watch([]);
        PresenceWatchUsers users = watch.Users;
        string upper = Samples.Adele.ToUpperInvariant();

        users.Add(Samples.Adele).Should().BeTrue();
        users.Add(upper).Should().BeFalse();
        users.Add(Guid.Parse(Samples.Adele)).Should().BeFalse();
        users.Add([Samples.Alex, upper, Samples.Alex]).Should().Be(1);
        users.Add([Guid.Parse(Samples.Alex), Guid.Parse(Samples.Megan)]).Should().Be(1);
        users.Should().Equal(Samples.Adele, Samples.Alex, Samples.Megan);
        users.Contains(upper).Should().BeTrue();
        users.Contains(Guid.Parse(Samples.RequestId)).Should().BeFalse();
        users.Remove(upper).Should().BeTrue();
        users.Remove(Guid.Parse(Samples.Adele)).Should().BeFalse();
        users.Remove([Samples.Alex, Samples.RequestId]).Should().Be(1);
        users.Remove([Guid.Parse(Samples.Megan)]).Should().Be(1);
        users.Should().BeEmpty();
        users.Add(Guid.Parse(Samples.Megan)).Should().BeTrue();
        users.Should().Equal(Samples.Megan);
        users.Remove(Guid.Parse(Samples.Megan)).Should().BeTrue();
        users.Should().BeEmpty();
        users.Replace([Samples.Alex, Samples.Adele]);
        users.Replace([Guid.Parse(Samples.Adele), Guid.Parse(Samples.Megan)]);
        users.Should().BeEquivalentTo(Samples.Adele, Samples.Megan);
        users.Count.Should().Be(2);
    }

    [Fact]
    public async Task Add_UserWhoWasRemovedJustBefore_IsKnownAndNotMissing()
    {
        await using PresenceWatch watch = _tenant.Watch(
            [Samples.Adele, Samples.Alex], o => o.Polling = PresenceWatchPolling.Always);
        await watch.WaitUntilCurrentAsync(Test.Token).BoundedAsync();

        // The last user of the page keeps the place, so the answer has the same bytes as the one before.
        watch.Users.Remove(Samples.Alex);
        watch.Users.Add(Samples.Alex);
        await watch.WaitUntilCurrentAsync(Test.Token).BoundedAsync();

        watch.TryGet(Samples.Alex, out WatchedPresence? known).Should().BeTrue();
        known!.State.Should().Be(WatchedPresenceState.Known);
    }

    [Fact]
    public async Task UserId_OfAChange_IsAsItWasAdded()
    {
        string upper = Samples.Adele.ToUpperInvariant();
        await using PresenceWatch watch = _tenant.Watch([upper]);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));

        (await reader.NextAsync()).UserId.Should().Be(upper);
        watch.Users.Remove(Samples.Adele);
        (await reader.NextAsync()).Should().BeEquivalentTo(
            new { UserId = upper, Kind = PresenceChangeKind.Unwatched });
    }

    [Fact]
    public async Task Guids_AreReadAsTexts()
    {
        Guid[] guids = [Guid.Parse(Samples.Adele), Guid.Parse(Samples.Adele), Guid.Parse(Samples.Alex)];
        await using PresenceWatch watch = _tenant.Watch([Samples.Adele]);
        await watch.RefreshAsync(guids, Test.Token).BoundedAsync();
        PresencesClient presences = _tenant.Client.Presences;

        (await _tenant.NextAsync()).Ids.Should().Equal(Samples.Adele);
        watch.TryGet(guids[0], out WatchedPresence? known).Should().BeTrue();
        known!.Presence!.Id.Should().Be(Samples.Adele);
        watch.TryGet(guids[2], out _).Should().BeFalse();
        (await presences.WatchAsync(guids, Test.Token).Take(2).ToListAsync(Test.Token))
            .Select(change => change.UserId).Should().Equal(Samples.Adele, Samples.Alex);
        (await presences.WatchAsync(guids, new PresenceWatchOptions(), Test.Token).FirstAsync(Test.Token))
            .UserId.Should().Be(Samples.Adele);
        presences.Invoking(p => p.WatchAsync((IEnumerable<Guid>)null!)).Should().Throw<ArgumentNullException>();
        watch.Invoking(w => { _ = w.RefreshAsync((IEnumerable<Guid>)null!); })
            .Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public async Task Users_NotAnObjectId_ThrowsAndAddsNothing()
    {
        await using PresenceWatch watch = _tenant.Watch([]);
        Action[] calls =
        [
            () => watch.Users.Add("adele@contoso.com"),
            () => watch.Users.Add((string)null!),
            () => watch.Users.Add([Samples.Adele, "adele@contoso.com"]),
            () => watch.Users.Add((IEnumerable<Guid>)null!),
            () => watch.Users.Replace([Samples.Adele, null!]),
            () => watch.Users.Remove("x"),
            () => watch.Users.Contains(""),
            () => watch.TryGet("x", out _),
            () => watch.RefreshAsync(["x"], Test.Token),
            () => watch.Report(new() { Id = "x" }, default),
            () => watch.Report(null!, default),
        ];

        foreach (Action call in calls)
        {
            call.Should().Throw<ArgumentException>();
        }

        watch.Users.Should().BeEmpty();
    }

    [Fact]
    public async Task Users_Added_AreReadAtOnce()
    {
        await using PresenceWatch watch = _tenant.Watch([Samples.Adele]);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.NextAsync();
        await _tenant.NextAsync();

        watch.Users.Add([Samples.Alex, Samples.Megan]);
        List<PresenceChange> changes = await reader.TakeAsync(2);

        // In one page: a request costs the same for one user and for 650.
        (await _tenant.NextAsync()).Ids.Should().Equal(Samples.Adele, Samples.Alex, Samples.Megan);
        changes.Should().OnlyContain(c => c.Kind == PresenceChangeKind.Initial && c.ReadAt == FakeGraph.Start);
        reader.Waits.Should().BeTrue();
    }

    [Fact]
    public async Task Users_AddedWhileASweepIsUnderWay_DoNotWaitForIt()
    {
        string[] ids = Samples.Ids(650);
        await using PresenceWatch watch = _tenant.Watch(ids);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.TakeAsync(650);
        await WatchedTenant.FirstSweepAsync(watch);
        var gate = new Gate();
        _tenant.Interfere = async (request, cancel) =>
        {
            await (request.Ids.Length == 650 ? gate.PassAsync(cancel) : Task.CompletedTask);
            return null;
        };
        await _tenant.Time.PassAsync(11);
        await gate.ArrivedAsync(1);

        watch.Users.Add(Samples.Adele);
        PresenceChange change = await reader.NextAsync();

        change.UserId.Should().Be(Samples.Adele);
        gate.Open();
    }

    [Fact]
    public async Task Users_AddedWhileTheirPageIsRead_AreReadAfterIt()
    {
        var gate = new Gate();
        await using PresenceWatch watch = _tenant.Watch([Samples.Adele]);
        _tenant.Interfere = async (request, cancel) =>
        {
            await (request.Number == 1 ? gate.PassAsync(cancel) : Task.CompletedTask);
            return null;
        };
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        reader.Waits.Should().BeTrue();
        await gate.ArrivedAsync(1);

        watch.Users.Add(Samples.Alex);
        gate.Open();
        List<PresenceChange> changes = await reader.TakeAsync(2);

        changes.Select(c => (c.UserId, c.Kind)).Should().Equal(
            (Samples.Adele, PresenceChangeKind.Initial), (Samples.Alex, PresenceChangeKind.Initial));
    }

    [Fact]
    public async Task Users_RemovedAndAddedWhileTheirPageIsRead_KeepTheirStatesApart()
    {
        string[] ids = Samples.Ids(10);
        await using PresenceWatch watch = _tenant.Watch(ids);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.TakeAsync(10);
        await WatchedTenant.FirstSweepAsync(watch);
        var gate = new Gate();
        _tenant.Interfere = async (request, cancel) =>
        {
            await (request.Number == 2 ? gate.PassAsync(cancel) : Task.CompletedTask);
            return null;
        };
        Array.ForEach(ids, id => _tenant.Set(id, "Busy", number: id[^1..]));
        await _tenant.Time.PassAsync(11);
        await gate.ArrivedAsync(1);

        // When the answer arrives, other users have their places.
        watch.Users.Remove(ids[0]);
        watch.Users.Remove(ids[1]);
        watch.Users.Add(ids[0]);
        gate.Open();
        await WatchedTenant.UntilAsync(() => ids[2..].Append(ids[0]).All(id =>
            watch.TryGet(id, out WatchedPresence? known) && known.Presence?.AvailabilityText == "Busy"));

        foreach (string id in watch.Users)
        {
            watch.TryGet(id, out WatchedPresence? known).Should().BeTrue();
            known!.Presence!.Id.Should().Be(id);
        }

        watch.Users.Should().HaveCount(9);
    }

    [Fact]
    public async Task Users_Replaced_TheStayingKeepTheirState()
    {
        await using PresenceWatch watch = _tenant.Watch([Samples.Adele, Samples.Alex]);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.TakeAsync(2);
        await _tenant.Time.PassAsync(1);

        watch.Users.Replace([Samples.Alex, Samples.Megan]);
        List<PresenceChange> changes = await reader.TakeAsync(2);

        changes.Select(c => (c.UserId, c.Kind)).Should().Equal(
            (Samples.Adele, PresenceChangeKind.Unwatched), (Samples.Megan, PresenceChangeKind.Initial));
        reader.Waits.Should().BeTrue();
    }

    [Fact]
    public async Task Users_MostRemoved_TheRestIsAskedForInFewRequests()
    {
        string[] ids = Samples.Ids(650 * 8);
        await using PresenceWatch watch = _tenant.Watch(ids, o => o.Polling = PresenceWatchPolling.Always);
        await WatchedTenant.FirstSweepAsync(watch);
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        await reader.TakeAsync(ids.Length);
        string[] rest = [.. ids.Where((_, i) => i % 10 == 0)];

        watch.Users.Remove(ids.Except(rest));
        (await reader.TakeAsync(ids.Length - rest.Length)).Should().OnlyContain(
            c => c.Kind == PresenceChangeKind.Unwatched && c.Previous!.Id == c.UserId);
        _tenant.Set(rest[500], "Busy");
        int before = _tenant.Requests;
        await _tenant.Time.PassAsync(31);
        await WatchedTenant.UntilAsync(() => watch.Status.LastSweepUsers == rest.Length);

        (_tenant.Requests - before).Should().BeLessThanOrEqualTo(2);
        PresenceChange change = await reader.NextAsync();
        change.UserId.Should().Be(rest[500]);
        change.Previous!.AvailabilityText.Should().Be("Available");
        reader.Waits.Should().BeTrue();
    }
}
