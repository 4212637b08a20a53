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
}
