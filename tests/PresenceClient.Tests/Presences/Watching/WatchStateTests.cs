using PresenceClient.Presences.Watching;
using PresenceClient.Serialization;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>Changes between two steps of a reader.</summary>
public sealed class WatchStateTests
{
    private static readonly DateTimeOffset Noon = FakeGraph.Start;

    private readonly WatchState _state = new(Noon);
    private readonly HashSet<string> _given = new(StringComparer.OrdinalIgnoreCase);

    public WatchStateTests()
    {
        _state.Add([Samples.Adele, Samples.Alex]);
        Report(Samples.Adele, "Available");
        Report(Samples.Alex, "Available");
    }

    [Fact]
    public void UrgentPages_AllUsersKnown_NoneIsUrgent()
    {
        _state.UrgentPages().Should().BeEmpty();

        _state.Add([Samples.Megan]);

        _state.UrgentPages().Should().ContainSingle();
    }

    [Fact]
    public void Confirm_KnownStates_AreReadAtTheStartOfTheSweep()
    {
        DateTimeOffset began = Noon.AddSeconds(40);
        _state.SetInterval(TimeSpan.FromSeconds(10));

        _state.Confirm(began, new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Samples.Alex });
        _state.EndSweep(began, TimeSpan.FromSeconds(4), users: 2);

        StateOf(Samples.Adele, 74).Should().Be(WatchedPresenceState.Known);
        StateOf(Samples.Adele, 75).Should().Be(WatchedPresenceState.Stale);
        StateOf(Samples.Alex, 45).Should().Be(WatchedPresenceState.Stale, "the sweep could not read the user");
        _state.UsersNotReadSince(began).Should().Equal(Samples.Alex);

        WatchedPresenceState StateOf(string id, int seconds)
        {
            _state.TryGet(id, Noon.AddSeconds(seconds), out WatchedPresence? known).Should().BeTrue();
            return known!.State;
        }
    }

    [Fact]
    public void Sweep_UserWhoChangesWhileItIsTaken_IsInItOnce()
    {
        ChangeReader reader = Attach(after: null);
        List<PresenceChange> sweep = [Next(reader)!];
        Report(Samples.Adele, "Busy");
        sweep.Add(Next(reader)!);
        Report(Samples.Alex, "Away");

        Next(reader).Should().BeNull();
        _given.Clear();
        List<PresenceChange> next = [Next(reader)!, Next(reader)!];

        sweep.Select(c => (c.UserId, c.Kind)).Should().Equal(
            (Samples.Adele, PresenceChangeKind.Initial), (Samples.Alex, PresenceChangeKind.Initial));
        next.Select(c => (c.UserId, c.Previous!.AvailabilityText, c.Current!.AvailabilityText)).Should().Equal(
            (Samples.Adele, "Available", "Busy"), (Samples.Alex, "Available", "Away"));
    }

    [Fact]
    public void Sweep_UserRemovedAndAddedWhileItIsTaken_IsInItOnce()
    {
        ChangeReader reader = Attach(after: null);
        Next(reader)!.UserId.Should().Be(Samples.Adele);
        _state.Remove([Samples.Adele]);

        // The last user has taken the place, so the new one is ahead of the reader.
        _state.Add([Samples.Adele]);
        Report(Samples.Adele, "Busy");

        Next(reader)!.UserId.Should().Be(Samples.Alex);
        Next(reader).Should().BeNull();
        _given.Clear();
        Next(reader)!.Kind.Should().Be(PresenceChangeKind.Changed);
        Next(reader).Should().BeNull();
    }

    [Fact]
    public void Sweep_ReaderEndedWhileItIsTaken_LosesNothing()
    {
        ChangeReader reader = Attach(after: null);
        Next(reader).Should().NotBeNull();

        _state.EndReaders(new PresenceException("Refused."));

        Next(reader)!.UserId.Should().Be(Samples.Alex);
        _state.Invoking(s => s.NewsFor(reader)).Should().Throw<PresenceException>();
    }

    [Fact]
    public void AfterAVersion_ChangedThenRemoved_HasNoPreviousThatTheReaderNeverGot()
    {
        long version = _state.Status(Noon).Version;
        Report(Samples.Adele, "Busy");
        ChangeReader reader = Attach(version);

        _state.Remove([Samples.Adele]);

        Next(reader).Should().BeEquivalentTo(
            new { UserId = Samples.Adele, Kind = PresenceChangeKind.Unwatched, Previous = (UserPresence?)null });
        Next(reader).Should().BeNull();
    }

    [Fact]
    public void Read_WhoseAnswerWasTaken_IsNotJoined()
    {
        PageReading reading = _state.Begin(_state.BeginSweep(Noon).Pages.Single(), Noon);
        _state.ReadingOf(Samples.Adele).Should().BeSameAs(reading.Ended);
        byte[] utf8 = """{"value":[]}"""u8.ToArray();
        var answer = new WholeAnswer(reading.Ids);
        answer.Add(
            utf8, PageReader.ReadPresences(utf8, new IdPlaces(reading.Ids), located: true).Items, failures: null!);
        answer.End();

        _state.Take(reading, answer, Noon);

        _state.ReadingOf(Samples.Adele).Should().BeNull();
    }

    [Fact]
    public void UrgentPages_PageWhoseUsersWereReported_IsNotUrgent()
    {
        _state.Cover(new WatchCover([Samples.Megan]));
        _state.Add([Samples.Megan]);

        _state.UrgentPages().Should().ContainSingle().Which.IsCovered.Should().BeTrue();
        _state.UnreadUsers().Should().Equal(Samples.Megan);
    }

    [Fact]
    public void Cover_UserWhoIsCoveredAlready_StaysWhereItIs()
    {
        _state.Cover(new WatchCover([Samples.Adele]));

        _state.Cover(new WatchCover([Samples.Adele]));

        _state.Snapshot().Should().Equal(Samples.Alex, Samples.Adele);
        _state.TryGet(Samples.Adele, Noon, out WatchedPresence? known).Should().BeTrue();
        known!.Presence!.AvailabilityText.Should().Be("Available");
    }

    [Fact]
    public void Confirm_UsersNotRead_StayUnread()
    {
        var state = new WatchState(Noon);
        state.Add([Samples.Adele]);

        state.Confirm(Noon, new HashSet<string>());

        state.UnreadUsers().Should().Equal(Samples.Adele);
    }

    [Fact]
    public void TakeReport_UserNotWatched_IsNotAnOlderState() =>
        _state.TakeReport(Samples.Megan, null, Noon).Should().BeTrue();

    [Fact]
    public async Task WaitUntilRead_UserNotRead_IsAnArrivalThatWakesTheSource()
    {
        _state.Add([Samples.Megan]);
        long before = _state.Arrivals;
        int woken = 0;

        Task wait = _state.WaitUntilReadAsync(() => woken++, Test.Token);
        (_state.Arrivals - before, woken, _state.IsWanted).Should().Be((1, 1, true));
        Report(Samples.Megan, "Away");
        await wait.BoundedAsync();

        _state.IsWanted.Should().BeFalse();
    }

    [Fact]
    public void CountStale_ReportsOfSeveralTimes_CountsEach()
    {
        _state.SetInterval(TimeSpan.FromSeconds(10));
        DateTimeOffset later = Noon.AddSeconds(20);
        _state.Report(new() { Id = Samples.Alex, AvailabilityText = "Away" }, later);

        CountStale(_state, 30, 31, 50, 51).Should().Equal(0, 1, 1, 2);
    }

    [Fact]
    public void CountStale_UserRemovedBeforeTheFirstRead_CountsTheOthers()
    {
        _state.SetInterval(TimeSpan.FromSeconds(10));
        _state.Add([Samples.Megan]);
        _state.Remove([Samples.Megan]);

        CountStale(_state, 31).Should().Equal(2);
    }

    [Fact]
    public void CountStale_SweepLongerThanTheInterval_CountsAfterThreeSweeps()
    {
        _state.SetInterval(TimeSpan.FromSeconds(10));
        _state.EndSweep(Noon, TimeSpan.FromSeconds(60), users: 2);

        CountStale(_state, 180, 181).Should().Equal(0, 2);
    }

    [Theory]
    [InlineData(10, 180)]
    [InlineData(120, 360)]
    public void CountStale_CoveredUser_CountsAfterThreeOfTheLongerIntervals(int interval, int seconds)
    {
        var state = new WatchState(Noon, coveredInterval: TimeSpan.FromMinutes(1));
        state.Add([Samples.Adele]);
        state.Cover(new WatchCover([Samples.Adele]));
        state.Report(new() { Id = Samples.Adele }, Noon);

        state.SetInterval(TimeSpan.FromSeconds(interval));

        CountStale(state, seconds, seconds + 1).Should().Equal(0, 1);
    }

    [Fact]
    public void Attach_ReaderThatWasEnded_Continues()
    {
        ChangeReader reader = Attach(after: null);
        _state.EndReaders(new PresenceException("Refused."));
        _state.Detach(reader);

        _state.Attach(reader);

        _state.NewsFor(reader).Should().NotBeNull();
    }

    [Fact]
    public void Detach_SeveralReaders_EachContinuesWithWhatItMissed()
    {
        ChangeReader[] readers = [Attach(after: null), Attach(after: null)];
        foreach (ChangeReader reader in readers)
        {
            TakeAll(reader);
            _state.Detach(reader);
        }

        _state.Attach(readers[0]);
        Report(Samples.Adele, "Busy");
        _state.Remove([Samples.Alex]);
        _state.Attach(readers[1]);

        foreach (ChangeReader reader in readers)
        {
            TakeAll(reader).Select(c => (c.UserId, c.Kind)).Should().Equal(
                (Samples.Adele, PresenceChangeKind.Changed), (Samples.Alex, PresenceChangeKind.Unwatched));
        }
    }

    [Fact]
    public void AfterAVersion_UserReadFirstSince_IsInitial()
    {
        ChangeReader reader = Attach(_state.Status(Noon).Version);
        _state.Add([Samples.Megan]);
        Report(Samples.Megan, "Away");

        TakeAll(reader).Select(c => (c.UserId, c.Kind)).Should().Equal((Samples.Megan, PresenceChangeKind.Initial));
    }

    [Fact]
    public void Sweep_UserRemovedAndAddedToALaterPage_IsInItOnce()
    {
        ChangeReader reader = Attach(after: null);
        TakeAll(reader);
        _state.Remove([Samples.Adele]);
        Next(reader)!.Kind.Should().Be(PresenceChangeKind.Unwatched);

        // Covered users have pages of their own, and the reader has not visited this one.
        _state.Cover(new WatchCover([Samples.Adele]));
        _state.Add([Samples.Adele]);
        Report(Samples.Adele, "Busy");

        Next(reader).Should().BeNull();
        _given.Clear();
        Next(reader)!.Kind.Should().Be(PresenceChangeKind.Initial);
    }

    [Fact]
    public void TakeReport_OlderThanTheKnownState_IsFalse() =>
        _state.TakeReport(Samples.Adele, null, Noon.AddSeconds(-1)).Should().BeFalse();

    [Fact]
    public void Cover_UserAddedInOtherCase_IsCovered()
    {
        _state.Cover(new WatchCover([Samples.Megan]));

        _state.Add([Samples.Megan.ToUpperInvariant()]);

        _state.UrgentPages().Should().ContainSingle().Which.IsCovered.Should().BeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WaitUntilRead_UserWhoIsNotReadIsRemoved_Ends(bool isReplaced)
    {
        _state.Add([Samples.Megan]);
        Task wait = _state.WaitUntilReadAsync(static () => { }, Test.Token);

        if (isReplaced)
        {
            _state.Replace([Samples.Adele]);
        }
        else
        {
            _state.Remove([Samples.Megan]);
        }

        await wait.BoundedAsync();
    }

    [Fact]
    public void Attach_Reader_IsAnArrival()
    {
        long before = _state.Arrivals;

        Attach(after: null);

        _state.Arrivals.Should().Be(before + 1);
    }

    [Fact]
    public void CountStale_UserNotRead_IsNotCounted()
    {
        _state.SetInterval(TimeSpan.FromSeconds(10));
        _state.Add([Samples.Megan]);

        CountStale(_state, 31).Should().Equal(2);
    }

    private static IEnumerable<int> CountStale(WatchState state, params int[] seconds) =>
        seconds.Select(after => state.CountStale(Noon.AddSeconds(after)));

    private List<PresenceChange> TakeAll(ChangeReader reader)
    {
        List<PresenceChange> changes = [];
        while (Next(reader) is { } change)
        {
            changes.Add(change);
        }

        _given.Clear();
        return changes;
    }

    private void Report(string id, string availability) =>
        _state.Report(new() { Id = id, AvailabilityText = availability }, Noon);

    private ChangeReader Attach(long? after)
    {
        ChangeReader reader = _state.CreateReader(after, readsSweeps: true);
        _state.Attach(reader);
        return reader;
    }

    private PresenceChange? Next(ChangeReader reader)
    {
        while (true)
        {
            WatchState.ReadStep step = _state.StepInSweep(reader, _given, Noon);
            if (step.Change is { } change)
            {
                _given.Add(change.UserId);
                return change;
            }

            if (step.News is not null)
            {
                return null;
            }
        }
    }
}
