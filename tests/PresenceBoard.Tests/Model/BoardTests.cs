using PresenceClient;

namespace PresenceBoard.Tests;

public sealed class BoardTests
{
    private static readonly DateTimeOffset Later = Some.Noon.AddSeconds(2);

    [Fact]
    public void With_FirstReading_NothingHasChanged() =>
        Some.Board(2).Rows.Should().HaveCount(2).And.OnlyContain(row => row.ChangedAt == null);

    [Fact]
    public void With_OtherPresence_HasChangedThen()
    {
        Board board = Some.Board(2).With(new PresenceReadResult([Some.Busy(1), Some.Presence(2)]), Later);

        board.Rows.Select(row => row.ChangedAt).Should().Equal(Later, null);
    }

    [Fact]
    public void With_SamePresenceAgain_KeepsTheTimeOfTheChange()
    {
        Board board = Some.Board(1)
            .With(new PresenceReadResult([Some.Busy(1)]), Later)
            .With(new PresenceReadResult([Some.Busy(1)]), Later.AddHours(1));

        board.Rows.Single().ChangedAt.Should().Be(Later);
    }

    [Fact]
    public void With_OtherSequenceNumberAlone_HasNotChanged()
    {
        Board board = Some.Board(1)
            .With(new PresenceReadResult([Some.Presence(1) with { SequenceNumber = "A0000000002" }]), Later);

        board.Rows.Single().ChangedAt.Should().BeNull();
        board.Rows.Single().Presence.SequenceNumber.Should().Be("A0000000002");
    }

    [Fact]
    public void With_OtherStatusMessage_HasChanged()
    {
        Board board = Some.Board(1).With(new PresenceReadResult([Some.Presence(1, status: "Back soon")]), Later);

        board.Rows.Single().ChangedAt.Should().Be(Later);
    }

    [Fact]
    public void With_Failure_KeepsThePresenceOfBefore()
    {
        Board board = Some.Board(2).With(new PresenceReadResult([Some.Busy(1)], failures: [Some.Failure(2)]), Later);

        board.Rows.Should().HaveCount(2);
        board.Unread.Should().Be(0);
    }

    [Fact]
    public void With_Missing_ShowsNothingOfThem()
    {
        Board board = Some.Board(2).With(new PresenceReadResult([Some.Presence(1)], [Some.Id(2)]), Later);

        board.Rows.Should().ContainSingle();
        board.Unread.Should().Be(1);
        board.People.Should().Be(2);
    }
}
