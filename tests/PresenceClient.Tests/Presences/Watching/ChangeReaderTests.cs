using PresenceClient.Presences.Watching;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>What a reader has not received yet.</summary>
public sealed class ChangeReaderTests
{
    private readonly ChangeReader _reader = new(after: 5, readsSweeps: false);

    [Fact]
    public void FormerOf_FirstVersion_SaysWhetherTheReaderKnewTheUser()
    {
        _reader.FormerOf(new Slot(Samples.Adele) { FirstVersion = 5 }).Kind.Should().Be(FormerKind.Forgotten);
        _reader.FormerOf(new Slot(Samples.Adele) { FirstVersion = 6 }).Kind.Should().Be(FormerKind.Nothing);
    }

    [Fact]
    public void Add_UserInOtherCase_IsPendingOnce()
    {
        _reader.Add(Samples.Adele, new Former(FormerKind.Missing)).Should().BeFalse();
        _reader.Add(Samples.Adele.ToUpperInvariant(), default).Should().BeTrue();

        _reader.TryTake(given: null, out string? id, out Former former).Should().BeTrue();
        (id, former.Kind).Should().Be((Samples.Adele, FormerKind.Missing));
        _reader.HasPending.Should().BeFalse();
    }

    [Fact]
    public void Wake_SeveralWaits_EndsAll()
    {
        Task first = _reader.WaitAsync();
        Task second = _reader.WaitAsync();

        _reader.Wake();

        (first.IsCompleted, second.IsCompleted).Should().Be((true, true));
        _reader.WaitAsync().IsCompleted.Should().BeFalse();
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(6, true)]
    public void NoteMove_VisitedUser_IsPassedIfTheCursorReachesTheNewAddress(int to, bool isPassed)
    {
        _reader.Cursor = 5;

        _reader.NoteMove(User(version: 6), from: 2, to);

        _reader.PassVisited(Samples.Adele.ToUpperInvariant()).Should().Be(isPassed);
        _reader.HasPending.Should().BeFalse();
    }

    [Theory]
    [InlineData(4, 6, true)]
    [InlineData(5, 6, false)] // The cursor reaches it.
    [InlineData(4, 5, false)] // It has not changed since.
    public void NoteMove_UserNotVisited_IsPendingIfTheCursorHasPassedTheNewAddress(int to, long version, bool isPending)
    {
        _reader.Cursor = 5;

        _reader.NoteMove(User(version), from: 7, to);

        _reader.HasPending.Should().Be(isPending);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void NoteMove_VisitedUserWhoIsNoLongerAhead_IsForgotten(bool isRemoved)
    {
        _reader.Cursor = 5;
        _reader.NoteMove(User(version: 6), from: 2, to: 7);

        if (isRemoved)
        {
            _reader.NoteRemoval(User(version: 6), address: 7, new Former(FormerKind.Missing));
        }
        else
        {
            _reader.NoteMove(User(version: 6), from: 7, to: 3);
        }

        _reader.PassVisited(Samples.Adele).Should().BeFalse();
        _reader.HasPending.Should().Be(isRemoved);
    }

    private static Slot User(long version) => new(Samples.Adele) { Version = version };
}
