using System.Globalization;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>Users whose changes another source reports: polled rarely, and noticed if the source is silent.</summary>
public sealed class CoverTests : IDisposable
{
    private static readonly string[] Ids =
        [.. Enumerable.Range(1, 8).Select(i => $"{i:D8}-1111-4111-8111-111111111111")];

    private readonly WatchedTenant _tenant = new();

    public void Dispose() => _tenant.Dispose();

    [Fact]
    public async Task Cover_Users_ArePolledAfterTheCoveredInterval()
    {
        await using PresenceWatch watch = await ReadAsync();
        using PresenceWatchCover cover = watch.Cover(Ids[..4]);
        await _tenant.SweepAsync(watch);

        await _tenant.SweepAsync(watch);
        int usual = watch.Status.LastSweepUsers;
        await _tenant.SweepAsync(watch, seconds: 301);

        usual.Should().Be(4, "the others are polled as usual");
        watch.Status.LastSweepUsers.Should().Be(8);
        watch.Status.StaleUsers.Should().Be(0);
    }

    [Fact]
    public async Task Cover_Disposed_IsPolledAsUsualAgain()
    {
        await using PresenceWatch watch = await ReadAsync();
        PresenceWatchCover cover = watch.Cover(Ids);
        await _tenant.SweepAsync(watch);
        await _tenant.SweepAsync(watch);
        int covered = watch.Status.LastSweepUsers;

        cover.Dispose();
        await _tenant.SweepAsync(watch);

        covered.Should().Be(0);
        watch.Status.LastSweepUsers.Should().Be(8);
    }

    [Fact]
    public async Task Cover_UserAddedLater_IsCovered()
    {
        await using PresenceWatch watch = await ReadAsync();
        const string late = "99999999-1111-4111-8111-111111111111";
        using PresenceWatchCover cover = watch.Cover([.. Ids, late]);

        watch.Users.Add(late);
        await watch.WaitUntilCurrentAsync(Test.Token).BoundedAsync();
        await _tenant.SweepAsync(watch);
        await _tenant.SweepAsync(watch);

        watch.Status.LastSweepUsers.Should().Be(0);
    }

    [Fact]
    public async Task Cover_ChangesOfReaders_AreNeitherLostNorInvented()
    {
        await using PresenceWatch watch = await ReadAsync();
        await using var reader = new Reader<PresenceChange>(watch.ReadChangesAsync(Test.Token));
        for (int i = 0; i < 8; i++)
        {
            (await reader.NextAsync()).Kind.Should().Be(PresenceChangeKind.Initial);
        }

        using (watch.Cover([Ids[0], Ids[3], Ids[7]]))
        {
            _tenant.Set(Ids[3], "Busy");
            await _tenant.SweepAsync(watch);
            (await reader.NextAsync()).UserId.Should().Be(Ids[3]);
            watch.Report(Ids[0], "Away", "Away", _tenant.Time.GetUtcNow()).Should().BeTrue();
            (await reader.NextAsync()).Current!.AvailabilityText.Should().Be("Away");
        }

        _tenant.Set(Ids[0], "Away");
        await _tenant.SweepAsync(watch);
        reader.Waits.Should().BeTrue();
        watch.Users.Should().BeEquivalentTo(Ids);
    }

    [Fact]
    public async Task Report_OfParts_LeavesTheOthers()
    {
        await using PresenceWatch watch = await ReadAsync();
        _tenant.SetEntry(Ids[0], $$"""
            {"id":"{{Ids[0]}}","availability":"Busy","activity":"InACall","sequenceNumber":"A7",
            "statusMessage":{"message":{"content":"At lunch","contentType":"text"} } }
            """);
        await _tenant.SweepAsync(watch);

        bool isComplete = watch.Report(Ids[0], "Away", null, _tenant.Time.GetUtcNow());

        isComplete.Should().BeTrue();
        watch.TryGet(Ids[0], out WatchedPresence? known).Should().BeTrue();
        (known!.Presence!.AvailabilityText, known.Presence.ActivityText).Should().Be(("Away", "InACall"));
        known.Presence.StatusMessage!.Content.Should().Be("At lunch");
    }

    [Fact]
    public async Task Report_OfPartsOfAnUnreadUser_AsksForARead()
    {
        await using PresenceWatch watch = _tenant.Watch([Ids[0]]);

        watch.Report(Ids[0], "Away", "Away", _tenant.Time.GetUtcNow()).Should().BeFalse();
        watch.Report(Ids[1], "Away", "Away", _tenant.Time.GetUtcNow()).Should().BeTrue("the user is not watched");
    }

    [Fact]
    public async Task Report_OfOnePart_IsSufficientAndNoPartAsksForARead()
    {
        await using PresenceWatch watch = await ReadAsync();

        watch.Report(Ids[0], null, "Presenting", _tenant.Time.GetUtcNow()).Should().BeTrue();
        watch.Report(Ids[0], null, null, _tenant.Time.GetUtcNow()).Should().BeFalse();

        watch.TryGet(Ids[0], out WatchedPresence? known).Should().BeTrue();
        (known!.Presence!.AvailabilityText, known.Presence.ActivityText).Should().Be(("Available", "Presenting"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task IsSilent_ThreeChangesThatOnlyPollsFound_IsTrueUntilAReport(bool isWhole)
    {
        await using PresenceWatch watch = await ReadAsync();
        using PresenceWatchCover cover = watch.Cover(Ids);
        await _tenant.SweepAsync(watch);

        SetBusy(3);

        await _tenant.SweepAsync(watch, seconds: 301);
        bool early = cover.IsSilent;
        _tenant.Time.Advance(TimeSpan.FromSeconds(121));
        bool late = cover.IsSilent;
        if (isWhole)
        {
            watch.Report(new() { Id = Ids[7], AvailabilityText = "Away" }, _tenant.Time.GetUtcNow());
        }
        else
        {
            watch.Report(Ids[7], "Away", "Away", _tenant.Time.GetUtcNow());
        }

        early.Should().BeFalse("a notification can still come");
        late.Should().BeTrue();
        cover.IsSilent.Should().BeFalse();
    }

    [Fact]
    public async Task IsSilent_ChangesThatARefreshFinds_AreNoSilence()
    {
        await using PresenceWatch watch = await ReadAsync();
        using PresenceWatchCover cover = watch.Cover(Ids);
        await _tenant.SweepAsync(watch);
        SetBusy(3);

        await watch.RefreshAsync(Ids[..3], Test.Token).BoundedAsync();
        _tenant.Time.Advance(TimeSpan.FromSeconds(121));

        cover.IsSilent.Should().BeFalse();
        watch.TryGet(Ids[0], out WatchedPresence? known).Should().BeTrue();
        known!.Presence!.AvailabilityText.Should().Be("Busy");
    }

    [Fact]
    public async Task IsSilent_PollsThatComeBeforeTheNotifications_AreNoSilence()
    {
        await using PresenceWatch watch = await ReadAsync();
        using PresenceWatchCover cover = watch.Cover(Ids);
        await _tenant.SweepAsync(watch);
        SetBusy(5);

        await _tenant.SweepAsync(watch, seconds: 301);
        foreach (string id in Ids[..5])
        {
            watch.Report(id, "Busy", "Busy", _tenant.Time.GetUtcNow());
        }

        _tenant.Time.Advance(TimeSpan.FromMinutes(3));
        cover.IsSilent.Should().BeFalse();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task ReportsAndPolls_InAnyOrder_NeverGoBackAndEndAtTheLatestState(int seed)
    {
        var random = new Random(seed);
        await using PresenceWatch watch = await ReadAsync();
        using PresenceWatchCover cover = watch.Cover(Ids);
        await _tenant.SweepAsync(watch);
        int current = 0;
        int known = 0;

        for (int i = 0; i < 60; i++)
        {
            switch (random.Next(4))
            {
                case 0 or 1:
                    current++;
                    _tenant.Set(Ids[0], $"S{current}", number: $"A{current:D6}");
                    break;
                case 2 when current > 0:
                    watch.Report(Ids[0], $"S{current}", $"S{current}", _tenant.Time.GetUtcNow()).Should().BeTrue();
                    KnownOf(watch).Should().Be(current);
                    break;
                default:
                    await _tenant.SweepAsync(watch, seconds: 301);
                    KnownOf(watch).Should().Be(current);
                    break;
            }

            KnownOf(watch).Should().BeInRange(known, current);
            known = KnownOf(watch);
        }
    }

    private static int KnownOf(PresenceWatch watch)
    {
        watch.TryGet(Ids[0], out WatchedPresence? known).Should().BeTrue();
        string text = known!.Presence!.AvailabilityText!;
        return text[0] == 'S' ? int.Parse(text.AsSpan(1), CultureInfo.InvariantCulture) : 0;
    }

    private void SetBusy(int users)
    {
        foreach (string id in Ids[..users])
        {
            _tenant.Set(id, "Busy");
        }
    }

    private async Task<PresenceWatch> ReadAsync()
    {
        PresenceWatch watch = _tenant.Watch(Ids, options => options.Polling = PresenceWatchPolling.Always);
        await WatchedTenant.FirstSweepAsync(watch);
        return watch;
    }
}
