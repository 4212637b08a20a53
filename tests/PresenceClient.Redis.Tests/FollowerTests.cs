using PresenceClient.Redis.Tests.Support;
using StackExchange.Redis;

namespace PresenceClient.Redis.Tests;

/// <summary>A follower whose leader is played by the test: messages that are lost, late, doubled or damaged.</summary>
public sealed class FollowerTests
{
    [Fact]
    public async Task Message_Next_IsTaken()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        (ScriptedLeader leader, TestHost host) = await FollowAsync(stage);

        await leader.SendAsync(await leader.WriteAsync((stage.Users[0], "Busy", 2)));

        await stage.SeenAsync(0, "Busy", [host]);
        host.Tap.Requests.Should().Be(0);
    }

    [Fact]
    public async Task Message_Lost_TheNextOneMakesTheFollowerReadAgain()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        (ScriptedLeader leader, TestHost host) = await FollowAsync(stage);

        _ = await leader.WriteAsync((stage.Users[0], "Busy", 2));
        await leader.SendAsync(await leader.WriteAsync((stage.Users[1], "Away", 2)));

        await stage.SeenAsync(0, "Busy", [host]);
        await stage.SeenAsync(1, "Away", [host]);
    }

    [Fact]
    public async Task Message_LastOneLost_IsNoticedByTheHead()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        (ScriptedLeader leader, TestHost host) = await FollowAsync(stage);

        _ = await leader.WriteAsync((stage.Users[0], "Busy", 2));

        await stage.SeenAsync(0, "Busy", [host]);
    }

    [Fact]
    public async Task Message_OfASweepLost_TheSweepIsNoticedByTheNext()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        (ScriptedLeader leader, TestHost host) = await FollowAsync(stage);
        _ = await leader.WriteAsync((stage.Users[0], "Busy", 2));

        await leader.EndSweepAsync();

        await stage.SeenAsync(0, "Busy", [host]);
        await SharedStage.UntilAsync(() => host.Watch.Status.LastSweepStartedAt is not null);
    }

    [Fact]
    public async Task Message_LateOrTwice_ChangesNothing()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        (ScriptedLeader leader, TestHost host) = await FollowAsync(stage);
        byte[] first = await leader.WriteAsync((stage.Users[0], "Busy", 2));
        byte[] second = await leader.WriteAsync((stage.Users[0], "Away", 3));
        await leader.SendAsync(first);
        await leader.SendAsync(second);
        await stage.SeenAsync(0, "Away", [host]);
        int changes = host.Reader.Changes;

        await leader.SendAsync(first);
        await leader.SendAsync(second);
        await leader.SendAsync(await leader.WriteAsync((stage.Users[1], "Busy", 2)));

        await stage.SeenAsync(1, "Busy", [host]);
        host.Reader.Changes.Should().Be(changes + 1);
    }

    [Fact]
    public async Task Message_OlderThanWhatWasRead_IsReadAgainInstead()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        (ScriptedLeader leader, TestHost host) = await FollowAsync(stage);

        byte[] first = await leader.WriteAsync((stage.Users[0], "Busy", 2), (stage.Users[1], "Busy", 2));
        byte[] second = await leader.WriteAsync((stage.Users[0], "Away", 3));
        host.Watch.Users.Remove(stage.Users[0]);
        await SharedStage.UntilAsync(() => host.Reader.Users.Count() == 3);
        host.Watch.Users.Add(stage.Users[0]);
        await stage.SeenAsync(0, "Away", [host]);
        int changes = host.Reader.Changes;
        await leader.SendAsync(first);
        await leader.SendAsync(second);

        await stage.SeenAsync(1, "Busy", [host]);
        host.Reader.ActivityOf(stage.Users[0]).Should().Be("Away");
        host.Reader.Changes.Should().Be(changes + 1);
    }

    [Fact]
    public async Task Message_WithMoreStatesThanFit_NamesTheUsersToRead()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        (ScriptedLeader leader, TestHost host) = await FollowAsync(stage);
        string text = string.Concat(Enumerable.Repeat("x", Message.MostBytes));

        byte[] message = await leader.WriteAsync((stage.Users[0], text, 2), (stage.Users[1], "Busy", 2));
        message.Length.Should().BeLessThan(100);
        await leader.SendAsync(message);

        await stage.SeenAsync(0, text, [host]);
        await stage.SeenAsync(1, "Busy", [host]);
    }

    [Fact]
    public async Task Term_New_MakesTheFollowerReadAgain()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        (ScriptedLeader leader, TestHost host) = await FollowAsync(stage);

        await leader.BeginTermAsync(epoch: 2);
        _ = await leader.WriteAsync((stage.Users[0], "Busy", 2));
        await leader.SendAsync(await leader.WriteAsync((stage.Users[1], "Away", 2)));

        await stage.SeenAsync(0, "Busy", [host]);
        await stage.SeenAsync(1, "Away", [host]);
        await SharedStage.UntilAsync(() => host.Sharing.Status.Epoch == 2);
    }

    [Fact]
    public async Task Term_WithALowerEpoch_IsNewTooSinceRedisWasEmptied()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        (ScriptedLeader leader, TestHost host) = await FollowAsync(stage);
        await leader.BeginTermAsync(epoch: 9);
        await SharedStage.UntilAsync(() => host.Sharing.Status.Epoch == 9);

        await leader.BeginTermAsync(epoch: 3);
        _ = await leader.WriteAsync((stage.Users[0], "Busy", 2));

        await SharedStage.UntilAsync(() => host.Sharing.Status.Epoch == 3);
        await stage.SeenAsync(0, "Busy", [host]);
    }

    [Fact]
    public async Task Connection_ClosedForAMoment_LosesNothing()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        (ScriptedLeader leader, TestHost host) = await FollowAsync(stage);

        for (int i = 2; i < 8; i++)
        {
            host.Network.Close();
            await leader.SendAsync(await leader.WriteAsync((stage.Users[0], $"Activity{i}", i)));
            await stage.SeenAsync(0, $"Activity{i}", [host]);
        }
    }

    [Fact]
    public async Task Data_Damaged_TheHostDoesWithoutRedisUntilItIsGone()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        (ScriptedLeader leader, TestHost host) = await FollowAsync(stage);
        IDatabase redis = await stage.ConnectAsync();

        await redis.StringSetAsync(stage.Keys.Head, "not a head", SharedHost.Retention);
        await SharedStage.UntilAsync(() => host.Role == PresenceSharingRole.Alone);
        host.Sharing.Status.Failure.Should().Contain("compatible versions");

        await leader.BeginTermAsync(epoch: 4);
        await SharedStage.UntilAsync(() => host.Role == PresenceSharingRole.Follower);
    }

    [Fact]
    public async Task Messages_Damaged_TheHostDoesWithoutRedisAndFollowsAgain()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        (ScriptedLeader leader, TestHost host) = await FollowAsync(stage);
        byte[] progress = MessageCodec.Progress(new Head { Term = new Term(1, 1) });

        // The first one makes the host do without Redis, which then meets the others.
        for (int i = 0; i < 20; i++)
        {
            await leader.SendAsync([.. progress.Take(1), 250]);
        }

        await leader.SendAsync(await leader.WriteAsync((stage.Users[1], "Busy", 2)));
        await stage.SeenAsync(1, "Busy", [host]);
    }

    private static async Task<(ScriptedLeader Leader, TestHost Host)> FollowAsync(SharedStage stage)
    {
        var leader = new ScriptedLeader(stage, await stage.ConnectAsync());
        await leader.BeginAsync();
        _ = await leader.WriteAsync([.. stage.Users.Select(static id => (id, "Available", 1))]);

        // The tenant's own states do not fit those of the test.
        TestHost host = stage.AddHost(configure: static o => o.OnRedisLost = RedisLost.KeepStale);
        await SharedStage.UntilAsync(() => host.Role == PresenceSharingRole.Follower
            && host.Reader.Users.Count() == stage.Users.Length);
        return (leader, host);
    }
}
