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

    [Fact]
    public void Add_MoreThanRemembered_ForgetsTheOldestRemovals()
    {
        var removed = new Tombstones(start: 1);
        removed.Add("a", firstVersion: 2, version: 5);
        removed.Add("a", firstVersion: 6, version: 7);
        for (int i = 0; i < 9_999; i++)
        {
            removed.Add($"{i}", firstVersion: 3, version: 8 + i);
        }

        removed.VersionOf("a").Should().Be(7, "only the first removal is forgotten");
        removed.Add("last", firstVersion: 3, version: 20_000);

        removed.VersionOf("a").Should().BeNull();
        (removed.Reach(6), removed.Reach(7)).Should().Be((false, true));
    }
}
