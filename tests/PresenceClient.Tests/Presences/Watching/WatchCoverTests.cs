using PresenceClient.Presences.Watching;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>When a source of reports counts as silent.</summary>
public sealed class WatchCoverTests
{
    private static readonly string[] Ids = [Samples.Adele, Samples.Alex, Samples.Megan];

    private readonly WatchCover _cover = new(Ids);

    public WatchCoverTests() => Array.ForEach(Ids, id => _cover.NotePolled(id, FakeGraph.Start));

    [Fact]
    public void IsSilent_ThreeUnreportedChanges_AreMissedAfterTwoMinutes()
    {
        DateTimeOffset late = FakeGraph.Start + WatchCover.Patience;

        _cover.IsSilent(late).Should().BeFalse();
        _cover.IsSilent(late.AddTicks(1)).Should().BeTrue();
    }

    [Fact]
    public void NoteReported_InOtherCase_IsTheSameUser()
    {
        _cover.NoteReported(Samples.Adele.ToUpperInvariant());

        _cover.IsSilent(FakeGraph.Start.AddHours(1)).Should().BeFalse();
    }
}
