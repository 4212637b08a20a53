using PresenceClient.Presences.Watching;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>The users who were removed last.</summary>
public sealed class TombstonesTests
{
    [Fact]
    public void Since_UserRemovedLater_IsInItIfTheReaderKnewTheUser()
    {
        var removed = new Tombstones(start: 1);
        removed.Add("a", firstVersion: 3, version: 5);

        removed.Since(2).Should().BeEmpty("the user was not known then");
        removed.Since(3).Should().Equal("a");
        removed.Since(4).Should().Equal("a");
        removed.Since(5).Should().BeEmpty("the reader knows of the removal");
        removed.VersionOf("A").Should().Be(5);
    }
}
