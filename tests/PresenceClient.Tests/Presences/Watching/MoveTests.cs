using System.Runtime.CompilerServices;
using PresenceClient.Presences.Watching;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>Users who move to other pages while a reader is on its way through the pages.</summary>
public sealed class MoveTests
{
    private static readonly DateTimeOffset Noon = FakeGraph.Start;

    private readonly WatchState _state = new(Noon);

    [Fact]
    public void Cover_UserWhomAReaderHasVisited_LosesNoOther()
    {
        AddKnown(Samples.Adele, Samples.Alex, Samples.Megan);
        ChangeReader reader = Attach();
        List<PresenceChange> changes = Take(reader, 1);

        // The last user takes the place, which the reader has passed.
        _state.Cover(new WatchCover([Samples.Adele]));
        changes.AddRange(Take(reader));

        changes.Select(c => (c.UserId, c.Kind)).Should().BeEquivalentTo(
        [
            (Samples.Adele, PresenceChangeKind.Initial),
            (Samples.Alex, PresenceChangeKind.Initial),
            (Samples.Megan, PresenceChangeKind.Initial),
        ]);
    }

    [Fact]
    public void Uncover_ReaderThatWasPausedBefore_GetsNoUserTwice()
    {
        AddKnown(Samples.Adele, Samples.Alex, Samples.Megan);
        ChangeReader reader = Attach();
        _state.Detach(reader);
        _state.Attach(reader);
        Take(reader, 3).Should().HaveCount(3);
        var cover = new WatchCover([Samples.Adele]);

        _state.Cover(cover);
        _state.Uncover(cover);

        Take(reader).Should().BeEmpty();
    }

    [Fact]
    public void BeginSweep_UserIsMergedIntoAPageThatAReaderHasPassed_LosesNone()
    {
        string[] ids = Samples.Ids(1_301);
        string[] rest = [ids[0], ids[1], ids[650], ids[651], ids[1_300]];
        _state.Add(ids);
        _state.Remove([.. ids.Except(rest)]);
        AddKnown(rest);
        ChangeReader reader = Attach();
        List<PresenceChange> changes = Take(reader, 3);

        _state.BeginSweep(Noon).Pages.Should().HaveCount(2);
        changes.AddRange(Take(reader));

        changes.Select(c => c.UserId).Should().BeEquivalentTo(rest);
    }

    [Fact]
    public void BeginSweep_VeryManySmallPages_MergesSomeAtATime()
    {
        string[] ids = Samples.Ids(40 * 650);
        _state.Add(ids);
        _state.Remove([.. ids.Where((_, i) => i % 650 != 0)]);

        _state.BeginSweep(Noon).Pages.Should().HaveCount(8);
        _state.BeginSweep(Noon).Pages.Should().HaveCount(2);
    }

    [Fact]
    public void Detach_ReaderThatIsForgotten_IsCollectedAndDisturbsNoOther()
    {
        AddKnown(Samples.Adele, Samples.Alex);
        ChangeReader reader = Attach();
        Take(reader);
        WeakReference forgotten = Forget();
        for (int i = 0; i < 50 && forgotten.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        _state.Report(new() { Id = Samples.Adele, AvailabilityText = "Busy" }, Noon);
        _state.Remove([Samples.Alex]);
        Attach();

        forgotten.IsAlive.Should().BeFalse();
        Take(reader).Select(c => c.Kind).Should().Equal(PresenceChangeKind.Changed, PresenceChangeKind.Unwatched);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference Forget()
    {
        ChangeReader reader = Attach();
        _state.Detach(reader);
        return new WeakReference(reader);
    }

    private void AddKnown(params string[] ids)
    {
        _state.Add(ids);
        Array.ForEach(ids, id => _state.Report(new() { Id = id, AvailabilityText = "Available" }, Noon));
    }

    private ChangeReader Attach()
    {
        ChangeReader reader = _state.CreateReader(after: null, readsSweeps: false);
        _state.Attach(reader);
        return reader;
    }

    private List<PresenceChange> Take(ChangeReader reader, int most = int.MaxValue)
    {
        List<PresenceChange> changes = [];
        while (changes.Count < most && _state.Step(reader, Noon) is { News: null } step)
        {
            if (step.Change is { } change)
            {
                changes.Add(change);
            }
        }

        return changes;
    }
}
