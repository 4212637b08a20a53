using PresenceClient;

namespace PresenceBoard.Tests;

public sealed class BoardTests
{
    private static readonly DateTimeOffset Later = Some.Noon.AddSeconds(2);

    [Fact]
    public void Of_OneReading_HasNoChanges() =>
        Some.Board(2).Rows.Should().HaveCount(2).And.OnlyContain(row => row.ChangedAt == null);

    [Fact]
    public void Of_IncompleteReading_DistinguishesMissingFromNotRead()
    {
        var board = Board.Of(
            [Some.Person(1), Some.Person(2), Some.Person(3), Some.Person(4)],
            new PresenceReadResult([Some.Presence(1)], [Some.Id(2)], [Some.Failure(3), Some.Failure(4)]));

        board.Rows.Should().ContainSingle();
        (board.People, board.Missing, board.NotRead).Should().Be((4, 1, 2));
    }

    [Fact]
    public void With_Initial_IsThereAndHasNotChanged()
    {
        Board board = Board.Of([Some.Person(1), Some.Person(2)]).With([Some.Initial(Some.Busy(1))]);

        board.Rows.Should().ContainSingle().Which.ChangedAt.Should().BeNull();
        board.NotRead.Should().Be(1);
    }

    [Fact]
    public void With_Changed_HasChangedWhenItWasRead()
    {
        Board board = Some.Board(2).With([Some.Change(Some.Busy(1), Later)]);

        board.Rows.Select(row => row.ChangedAt).Should().Equal(Later, null);
        board.Rows.First().Presence.Availability.Should().Be(PresenceAvailability.Busy);
    }

    [Fact]
    public void With_Missing_ShowsNothingOfThem()
    {
        Board board = Some.Board(2).With([Some.Missing(2, before: Some.Presence(2))]);

        board.Rows.Should().ContainSingle();
        (board.People, board.Missing, board.NotRead).Should().Be((2, 1, 0));
    }

    [Fact]
    public void With_Returned_HasChangedAndIsNotMissing()
    {
        Board board = Some.Board(1).With([Some.Missing(1)]).With(
            [Some.Initial(Some.Busy(1)) with { Kind = PresenceChangeKind.Returned, ReadAt = Later }]);

        board.Rows.Should().ContainSingle().Which.ChangedAt.Should().Be(Later);
        board.Missing.Should().Be(0);
    }
}
