using PresenceClient;

namespace PresenceBoard.Tests;

public sealed class BoardStateTests
{
    [Fact]
    public void With_FirstAnswers_AreNoChanges()
    {
        BoardState state = Start(2).With(Sweep(Some.Initial(Some.Busy(1)), Some.Missing(2)), Some.Noon);

        state.Changes.Should().BeEmpty();
        state.Board.Rows.Should().ContainSingle();
    }

    [Fact]
    public void With_Changes_AreNamedNewestFirst()
    {
        BoardState state = Start(3)
            .With(Sweep(Some.Change(Some.Busy(1)), Some.Change(Some.Busy(2))), Some.Noon)
            .With(Sweep(Some.Missing(3, before: Some.Presence(3))), Some.Noon);

        state.Changes.Select(change => change.Text).Should().Equal(
            "Person 3: Available → no presence",
            "Person 2: Available → In a call",
            "Person 1: Available → In a call");
    }

    [Fact]
    public void With_VeryManyChanges_KeepsAsManyAsAScreenCanShow() =>
        Start(1_300).With(
                Sweep([.. Enumerable.Range(1, 1_300).Select(number => Some.Change(Some.Busy(number)))]), Some.Noon)
            .Changes.Should().HaveCountLessThan(50);

    [Fact]
    public void With_Filter_KeepsChangesIntoAndOutOfTheState()
    {
        BoardState state = new BoardState(Some.Board(3), StateFilter.TryParse("busy")).With(
            Sweep(
                Some.Change(Some.Busy(1)),
                Some.Change(Some.Presence(2, PresenceAvailability.Away)),
                Some.Change(Some.Presence(3)) with { Previous = Some.Busy(3) }),
            Some.Noon);

        state.Changes.Select(change => change.Text[..8]).Should().Equal("Person 3", "Person 1");
        state.Board.Rows.Should().HaveCount(3);
    }

    [Fact]
    public void With_EndOfTrouble_RemembersItUntilTheNext()
    {
        BoardState failing = Start(1).With(Failing(), Some.Noon.AddSeconds(1)).With(Failing(), Some.Noon.AddSeconds(2));
        BoardState recovered = failing.With(Sweep(), Some.Noon.AddSeconds(9)).With(Sweep(), Some.Noon.AddSeconds(11));

        failing.Recovery.Should().BeNull();
        recovered.Recovery.Should().Be(new Recovery(Some.Noon, Some.Noon.AddSeconds(9)));
        recovered.With(Failing(), Some.Noon.AddSeconds(13)).Recovery.Should().BeNull();
    }

    private static BoardState Start(int people) => new(Some.Board(people), null);

    private static PresenceSweep Sweep(params PresenceChange[] changes) => new() { Changes = changes };

    private static PresenceSweep Failing() =>
        new() { Status = new PresenceWatchStatus { TroubleSince = Some.Noon, Failure = new("It failed.") } };
}
