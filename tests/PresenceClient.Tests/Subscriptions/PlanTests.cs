using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Subscriptions;

/// <summary>How users are shared out among watchers.</summary>
public sealed class PlanTests
{
    private readonly string[] _ids = [.. Enumerable.Range(0, 2_000).Select(_ => Guid.NewGuid().ToString())];

    [Theory]
    [InlineData(0, 2, "0,0", 0)]
    [InlineData(650, 2, "650,0", 0)]
    [InlineData(651, 2, "650,1", 0)]
    [InlineData(1_300, 2, "650,650", 0)]
    [InlineData(1_400, 2, "650,650", 100)]
    [InlineData(5, 0, "", 5)]
    public void For_Users_FillsOneWatcherAfterTheOther(int users, int watchers, string shards, int unplaced)
    {
        var plan = PresenceSubscriptionPlan.For(_ids.Take(users), watchers);

        string.Join(',', plan.Shards.Select(shard => shard.Count)).Should().Be(shards);
        plan.Unplaced.Should().HaveCount(unplaced);
        plan.Shards.SelectMany(shard => shard).Concat(plan.Unplaced).Should().Equal(_ids.Take(users));
    }

    [Fact]
    public void For_DuplicatesAndGuids_CountsEachOnce()
    {
        var plan =
            PresenceSubscriptionPlan.For([_ids[0], _ids[0].ToUpperInvariant(), _ids[1]], watchers: 1);

        plan.Shards[0].Should().Equal(_ids[0], _ids[1]);
        PresenceSubscriptionPlan.For([Guid.Parse(_ids[0])], watchers: 1).Shards[0].Should().Equal(_ids[0]);
    }

    [Fact]
    public void Plan_AsText_HasOnlyNumbers() => PresenceSubscriptionPlan.For(_ids.Take(1_400), watchers: 2).ToString()
        .Should().Be("PresenceSubscriptionPlan: 650 + 650 users, 100 unplaced");

    [Fact]
    public void For_MoreWatchers_LeavesUnchangedShardsAsTheyAre()
    {
        var before = PresenceSubscriptionPlan.For(_ids.Take(100), watchers: 1);

        var after = PresenceSubscriptionPlan.For(_ids.Take(100), watchers: 2, before);

        after.Shards.Select(shard => shard.Count).Should().Equal(100, 0);
    }

    [Fact]
    public void For_NewUsers_GoToTheShardThatChangesAnyway()
    {
        var before = PresenceSubscriptionPlan.For(_ids.Take(1_200), watchers: 2);

        // One of the second shard has gone, and one is new.
        var after = PresenceSubscriptionPlan.For(
            _ids.Take(1_199).Where(id => id != _ids[5]).Append(_ids[1_999]).Append(_ids[5]), watchers: 2, before);

        after.Shards[0].Should().Equal(before.Shards[0]);
        after.Shards[1].Should().HaveCount(550).And.Contain(_ids[1_999]);
    }

    [Fact]
    public void For_APreviousPlan_LeavesUsersWithTheirWatcher()
    {
        var before = PresenceSubscriptionPlan.For(_ids.Take(1_300), watchers: 3);

        var after = PresenceSubscriptionPlan.For(
            _ids.Skip(1_299).Take(1).Concat(_ids.Take(1_200)).Concat(_ids.Skip(1_300).Take(20)), watchers: 3, before);

        after.Shards[0].Should().Equal(before.Shards[0]);
        after.Shards[1].Should().HaveCount(571).And.Contain(_ids[1_299]).And.Contain(_ids[1_319]);
        after.Shards[2].Should().BeEmpty("the second watcher changes anyway");
        after.Unplaced.Should().BeEmpty();
    }

    [Fact]
    public void For_FewerWatchers_MovesUsersWhereThereIsRoom()
    {
        var before = PresenceSubscriptionPlan.For(_ids.Take(700), watchers: 2);

        var after = PresenceSubscriptionPlan.For(_ids.Take(700), watchers: 1, before);

        after.Shards.Single().Should().Equal(_ids.Take(650));
        after.Unplaced.Should().Equal(_ids.Skip(650).Take(50));
    }

    [Fact]
    public void For_WrongArguments_Throws()
    {
        Invoking(() => PresenceSubscriptionPlan.For([_ids[0], "adele"], 1)).Should().Throw<ArgumentException>()
            .WithMessage("*index 1*");
        Invoking(() => PresenceSubscriptionPlan.For([_ids[0], _ids[0], "adele"], 1)).Should()
            .Throw<ArgumentException>().WithMessage("*index 2*");
        Invoking(() => PresenceSubscriptionPlan.For((string[])null!, 1)).Should().Throw<ArgumentNullException>()
            .WithParameterName("ids");
        Invoking(() => PresenceSubscriptionPlan.For((Guid[])null!, 1)).Should().Throw<ArgumentNullException>()
            .WithParameterName("ids");
        Invoking(() => PresenceSubscriptionPlan.For(_ids, -1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void For_TwoShardsWithRoom_FillsTheOneThatLosesAUser()
    {
        var before = new PresenceSubscriptionPlan { Shards = [[_ids[0]], [_ids[1], _ids[2]]], Unplaced = [] };

        PresenceSubscriptionPlan.For([_ids[0], _ids[1], _ids[3]], watchers: 2, before).Shards.Should()
            .BeEquivalentTo(new[] { new[] { _ids[0] }, [_ids[1], _ids[3]] }, o => o.WithStrictOrdering());
    }

    [Fact]
    public void For_APreviousPlanWithIdsInAnotherCase_LeavesUsersWithTheirWatcher()
    {
        var before = new PresenceSubscriptionPlan { Shards = [[_ids[1]], [_ids[0].ToUpperInvariant()]], Unplaced = [] };

        PresenceSubscriptionPlan.For(_ids.Take(1), watchers: 2, before).Shards.Select(shard => shard.Count).Should()
            .Equal(0, 1);
    }
}
