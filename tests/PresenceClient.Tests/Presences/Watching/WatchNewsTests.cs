using PresenceClient.Presences.Watching;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>News for readers of sweeps, and what a source of states asks for.</summary>
public sealed class WatchNewsTests
{
    private static readonly DateTimeOffset Noon = FakeGraph.Start;

    private readonly WatchState _state = new(Noon);

    public WatchNewsTests()
    {
        string[] known = [Samples.Adele, Samples.Alex];
        _state.Add(known);
        Array.ForEach(known, id => _state.Report(new() { Id = id, AvailabilityText = "Available" }, Noon));
    }

    [Fact]
    public void SetVersion_UsersAddedOrRemoved_Grows()
    {
        List<long> versions = [_state.SetVersion];
        foreach (Action change in (Action[])
        [
            () => _state.Add([Samples.Adele]),
            () => _state.Add([Samples.Megan]),
            () => _state.Remove([Samples.Megan]),
            () => _state.Remove([Samples.Megan]),
            () => _state.Replace([Samples.Adele, Samples.Megan]),
        ])
        {
            change();
            versions.Add(_state.SetVersion);
        }

        versions.Zip(versions.Skip(1), (before, after) => Math.Sign(after - before)).Should().Equal(0, 1, 1, 0, 1);
    }

    [Fact]
    public void KnownStates_AUserIsNotRead_HasTheOthers()
    {
        _state.Add([Samples.Megan]);

        _state.KnownStates().Select(user => (user.Id, user.Presence!.AvailabilityText, user.ReadAt)).Should().Equal(
            (Samples.Adele, "Available", Noon), (Samples.Alex, "Available", Noon));
    }

    [Fact]
    public void NewsFor_RemovalsAndReplacements_AreNewsIfAUserIsRemoved()
    {
        ChangeReader reader = Attach();
        _state.NewsFor(reader);
        long version = _state.Status(Noon).Version;

        _state.Remove([Samples.Megan]);
        _state.Replace([Samples.Adele.ToUpperInvariant(), Samples.Alex]).Should().BeFalse();
        Task? before = _state.NewsFor(reader)!.Value.Later;
        _state.Status(Noon).Version.Should().Be(version);
        _state.Replace([Samples.Alex]);

        before.Should().NotBeNull("no user was removed");
        _state.NewsFor(reader)!.Value.Later.Should().BeNull();
    }

    [Fact]
    public void NewsFor_TroubleThatGoesOn_IsTroubleOnce()
    {
        ChangeReader reader = Attach();
        List<bool?> news = [];
        for (int i = 0; i < 2; i++)
        {
            _state.BeginTrouble(new PresenceException("Failed."), Noon);
            _state.Announce();
            news.Add(_state.NewsFor(reader)?.IsTrouble);
        }

        news.Should().Equal(true, false);
    }

    [Fact]
    public void NewsFor_TroubleThatBeganAndEnded_IsTrouble()
    {
        ChangeReader reader = Attach();
        _state.BeginTrouble(new PresenceException("Failed."), Noon);
        _state.EndTrouble();

        _state.Announce();

        _state.NewsFor(reader)!.Value.IsTrouble.Should().BeTrue();
    }

    [Fact]
    public void NewsFor_NewReaderOfStatesThatWereNotAnnounced_ComesAtOnce()
    {
        var state = new WatchState(Noon);
        state.Add([Samples.Adele]);
        state.TakeReport(Samples.Adele, null, Noon);
        ChangeReader reader = state.CreateReader(after: null, readsSweeps: true);

        state.NewsFor(reader)!.Value.Later.Should().BeNull();
    }

    [Fact]
    public void NewsFor_NewReaderOfAnEmptyWatch_IsLater()
    {
        var state = new WatchState(Noon);
        state.Announce();
        ChangeReader reader = state.CreateReader(after: null, readsSweeps: true);

        state.NewsFor(reader)!.Value.Later.Should().NotBeNull();
    }

    [Fact]
    public void NewsFor_ReportOfParts_ComesAtOnce()
    {
        ChangeReader reader = Attach();
        _state.NewsFor(reader);

        _state.Report(Samples.Adele, "Busy", null, Noon, out _);

        _state.NewsFor(reader)!.Value.Later.Should().BeNull();
    }

    [Fact]
    public void Version_OfAWatch_IsExactAsANumberOfJavaScript() =>
        _state.Status(Noon).Version.Should().BeInRange(1, 1L << 53);

    private ChangeReader Attach()
    {
        ChangeReader reader = _state.CreateReader(after: null, readsSweeps: true);
        _state.Attach(reader);
        return reader;
    }
}
