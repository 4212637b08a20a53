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

    private void Report(string id, string availability) =>
        _state.Report(new() { Id = id, AvailabilityText = availability }, Noon, Noon);

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
