using PresenceClient.Redis.Tests.Support;
using PresenceClient.Tests.Support;
using StackExchange.Redis;

namespace PresenceClient.Redis.Tests;

/// <summary>Hosts that share a watch while nothing fails.</summary>
public sealed class SharingTests
{
    [Fact]
    public async Task Hosts_Three_OneLeadsAndAllReadersSeeEveryChange()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        TestHost[] hosts = await stage.AddHostsAsync(3);

        await stage.ChangeAsync(0, "InACall");
        await stage.ChangeAsync(1, "Presenting");
        await stage.ChangeAsync(0, "Available");

        hosts.Count(static host => host.Role == PresenceSharingRole.Leader).Should().Be(1);
        hosts.Select(static host => host.Sharing.Status.Epoch).Distinct().Should().HaveCount(1);
        hosts.Should().OnlyContain(static host => host.Sharing.Status.Hosts == 3);
    }

    [Fact]
    public async Task Followers_WithoutOwnCalls_SendNoRequestAndSeeTheLeadersSweeps()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        await stage.AddHostsAsync(3);
        TestHost leader = stage.Leader!;
        TestHost[] followers = [.. stage.Hosts.Where(host => host != leader)];
        int[] before = [.. followers.Select(static host => host.Tap.Requests)];

        DateTimeOffset began = followers[0].Watch.Status.LastSweepStartedAt ?? DateTimeOffset.MinValue;
        await SharedStage.UntilAsync(() => followers.All(host => host.Watch.Status.LastSweepStartedAt > began));

        followers.Select(static host => host.Tap.Requests).Should().Equal(before);
        followers.Should().OnlyContain(static host => host.Watch.Status.StaleUsers == 0);
        followers.Should().OnlyContain(static host => host.Watch.Status.TroubleSince == null);
        followers.Should().OnlyContain(host => host.Watch.Status.LastSweepUsers == leader.Watch.Users.Count);
    }

    [Fact]
    public async Task Hosts_WithDifferentUsers_SeeTheirOwnAndTheLeaderReadsAll()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        string[] users = stage.Users;
        TestHost one = stage.AddHost([users[0], users[1]]);
        TestHost other = stage.AddHost([users[1], users[2]]);
        await stage.SettledAsync(2);

        await stage.ChangeAsync(0, "InACall", one);
        await stage.ChangeAsync(2, "InACall", other);
        await stage.ChangeAsync(1, "Presenting");

        one.Reader.Users.Order().Should().Equal(users[..2].Order());
        other.Reader.Users.Order().Should().Equal(users[1..3].Order());
        stage.Leader!.Watch.Status.LastSweepUsers.Should().Be(3, "the leader reads the users of both");
    }

    [Fact]
    public async Task Users_AddedToAFollower_AreReadAtOnceThoughTheIntervalIsLong()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        string[] users = stage.Users;
        TestHost[] hosts = [.. Enumerable.Range(0, 2).Select(_ => stage.AddHost(
            [users[0]], static o => o.Interval = TimeSpan.FromHours(1)))];
        await stage.SettledAsync(2);
        TestHost follower = hosts.Single(static host => host.Role == PresenceSharingRole.Follower);

        follower.Watch.Users.Add(users[3]);
        await follower.Watch.WaitUntilCurrentAsync(Test.Token).BoundedAsync();

        follower.Watch.TryGet(users[3], out WatchedPresence? known).Should().BeTrue();
        known!.Presence!.AvailabilityText.Should().Be("Available");
        follower.Tap.Requests.Should().Be(0);
    }

    [Fact]
    public async Task Users_ThatNoHostWantsAnyMore_AreRemovedFromRedis()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        string[] users = stage.Users;
        TestHost one = stage.AddHost([users[0]]);
        TestHost other = stage.AddHost([users[0], users[1]]);
        await stage.SettledAsync(2);
        IDatabase redis = await stage.ConnectAsync();

        other.Watch.Users.Remove(users[1]);
        await SharedStage.UntilAsync(() => redis.HashLength(stage.Keys.State) == 1);

        one.Reader.Users.Should().HaveCount(1);
        await SharedStage.UntilAsync(() => other.Reader.Users.Count() == 1);
    }

    [Fact]
    public async Task Keys_OfAGroup_HaveOneHashTagAndAllEnd()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        await stage.AddHostsAsync(2);
        IDatabase redis = await stage.ConnectAsync();
        string tag = $"{{presence:{stage.Key}}}:";

        string pattern = tag.Replace("{", "[{]", StringComparison.Ordinal)
            .Replace("}", "[}]", StringComparison.Ordinal);
        List<RedisKey> keys = await redis.Multiplexer.GetServer(stage.Server.EndPoint)
            .KeysAsync(pattern: pattern + "*").ToListAsync(Test.Token);

        keys.Should().HaveCountGreaterThanOrEqualTo(6);
        foreach (RedisKey key in keys)
        {
            TimeSpan? life = await redis.KeyTimeToLiveAsync(key);
            life.Should().NotBeNull($"{key} has personal data or belongs to it");
            life.Should().BeLessThanOrEqualTo(SharedHost.Retention);
        }
    }

    [Fact]
    public async Task Report_OnAFollower_ReachesAllHosts()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        TestHost[] hosts = [.. Enumerable.Range(0, 3).Select(_ => stage.AddHost(
            configure: static o => o.Interval = TimeSpan.FromHours(1)))];
        await stage.SettledAsync(3);
        TestHost follower = hosts.First(static host => host.Role == PresenceSharingRole.Follower);
        stage.Tenant.Users[2].JoinCall();

        UserPresence presence = await follower.Client.Users[stage.Users[2]].GetPresenceAsync(Test.Token);
        follower.Watch.Report(presence, DateTimeOffset.UtcNow);

        await stage.SeenAsync(2, "InACall", hosts);
    }

    [Fact]
    public async Task Refresh_OnAFollower_ReachesAllHosts()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        TestHost[] hosts = [.. Enumerable.Range(0, 2).Select(_ => stage.AddHost(
            configure: static o => o.Interval = TimeSpan.FromHours(1)))];
        await stage.SettledAsync(2);
        TestHost follower = hosts.First(static host => host.Role == PresenceSharingRole.Follower);
        stage.Tenant.Users[1].JoinCall();

        await follower.Watch.RefreshAsync([stage.Users[1]], Test.Token).BoundedAsync();

        await stage.SeenAsync(1, "InACall", hosts);
    }

    [Fact]
    public async Task User_WhomAnotherHostWatches_IsKnownAtOnceWhenTheLeaderAddsIt()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        await stage.AddHostsAsync(2, static o => o.Interval = TimeSpan.FromHours(1));
        TestHost leader = stage.Leader!;
        leader.Watch.Users.Remove(stage.Users[1]);
        await SharedStage.UntilAsync(() => !leader.Reader.Users.Contains(stage.Users[1]));

        leader.Watch.Users.Add(stage.Users[1]);

        await SharedStage.UntilAsync(() => leader.Watch.Status.NotReadUsers == 0);
        leader.Role.Should().Be(PresenceSharingRole.Leader);
    }

    [Fact]
    public async Task Report_OlderThanWhatTheLeaderKnows_IsCorrectedAlthoughItIsNoChangeToTheLeader()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        await stage.AddHostsAsync(2, static o => o.Interval = TimeSpan.FromHours(1));
        TestHost leader = stage.Leader!;
        TestHost follower = stage.Hosts.Single(host => host != leader);
        stage.Tenant.Users[0].JoinCall();
        UserPresence call = await follower.Client.Users[stage.Users[0]].GetPresenceAsync(Test.Token);
        stage.Tenant.Users[0].SetTeamsClient("Available", "Available");
        await leader.Watch.RefreshAsync([stage.Users[0]], Test.Token).BoundedAsync();

        // To the leader the user was Available all the time.
        follower.Watch.Report(call, DateTimeOffset.UtcNow);

        await SharedStage.UntilAsync(() => follower.Watch.TryGet(stage.Users[0], out WatchedPresence? known)
            && known.Presence?.Availability == PresenceAvailability.Available);
        await stage.SeenAsync(0, "Available", [follower]);
    }

    [Fact]
    public async Task Clocks_MinutesApart_MakeNoDifference()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        TimeSpan[] shifts = [TimeSpan.FromMinutes(-11), TimeSpan.Zero, TimeSpan.FromMinutes(17)];
        TestHost[] hosts = [.. shifts.Select(shift => stage.AddHost(
            configure: o => o.Clock = new ShiftedClock(shift)))];
        await stage.SettledAsync(3);

        await stage.ChangeAsync(0, "InACall");

        for (int i = 0; i < hosts.Length; i++)
        {
            hosts[i].Watch.TryGet(stage.Users[0], out WatchedPresence? known).Should().BeTrue();
            known!.State.Should().Be(WatchedPresenceState.Known);
            known.ReadAt.Should().BeCloseTo(DateTimeOffset.UtcNow + shifts[i], TimeSpan.FromMinutes(2));
        }

        await stage.StopAsync(stage.Leader!);
        await stage.SettledAsync(2);
        await stage.ChangeAsync(0, "Presenting");
    }

    [Fact]
    public async Task Reader_NoneInAnyHost_NothingIsPolled()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        using var network = new Forwarder(() => stage.Server.EndPoint);
        await using var host = new TestHost(stage, network, new HostSettings());
        host.Watch.Users.Add(stage.Users);
        await SharedStage.UntilAsync(() => host.Role == PresenceSharingRole.Leader);
        host.Tap.Requests.Should().Be(0);

        await host.Watch.WaitUntilCurrentAsync(Test.Token).BoundedAsync();

        host.Tap.Requests.Should().BePositive();
    }

    [Fact]
    public async Task Users_AllRemoved_TheLeaderKeepsItsTerm()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        TestHost host = stage.AddHost();
        await stage.SettledAsync(1);
        IDatabase redis = await stage.ConnectAsync();
        host.Watch.Users.Replace(Array.Empty<string>());
        await SharedStage.UntilAsync(() => !redis.KeyExists(stage.Keys.State));

        // A renewal, which looks whether Redis has lost the states.
        TimeSpan? left = await redis.KeyTimeToLiveAsync(stage.Keys.Lease);
        await SharedStage.UntilAsync(() => redis.KeyTimeToLive(stage.Keys.Lease) > left);
        host.Watch.Users.Add(stage.Users[0]);
        await SharedStage.UntilAsync(() => redis.HashLength(stage.Keys.State) == 1);

        host.Sharing.Status.TakeOvers.Should().Be(1);
    }

    [Fact]
    public async Task Pace_OfThreeHosts_IsDivided()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        TestHost[] hosts = await stage.AddHostsAsync(3, static o => o.Pace = 1_000);
        int?[] paces = [.. hosts.Select(static host => host.Client.Pace.MaxRequestsPer30Seconds).Order()];

        paces.Should().Equal(100, 100, 800);
        stage.Leader!.Client.Pace.MaxRequestsPer30Seconds.Should().Be(800);
    }

    [Fact]
    public async Task Throttling_OfAFollower_HoldsAllHosts()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        TestHost[] hosts = await stage.AddHostsAsync(3, static o => o.Interval = TimeSpan.FromHours(1));
        TestHost follower = hosts.First(static host => host.Role == PresenceSharingRole.Follower);
        follower.Tap.ThrottleNext = TimeSpan.FromMinutes(10);

        Task<UserPresence> call = follower.Client.Users[stage.Users[0]].GetPresenceAsync(Test.Token);

        await call.Awaiting(static c => c.BoundedAsync()).Should().ThrowAsync<PresenceThrottledException>();
        await SharedStage.UntilAsync(() => hosts.All(static host =>
            host.Client.Pace.HeldUntil > DateTimeOffset.UtcNow + TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public async Task Throttling_BeforeAHostStarts_HoldsItToo()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        TestHost first = stage.AddHost(configure: static o => o.Interval = TimeSpan.FromHours(1));
        await stage.SettledAsync(1);
        first.Tap.ThrottleNext = TimeSpan.FromMinutes(10);
        await first.Client.Users[stage.Users[0]].GetPresenceAsync(Test.Token)
            .Awaiting(static c => c.BoundedAsync()).Should().ThrowAsync<PresenceThrottledException>();
        IDatabase redis = await stage.ConnectAsync();
        await SharedStage.UntilAsync(() => redis.KeyExists(stage.Keys.Hold));

        TestHost second = stage.AddHost();

        await SharedStage.UntilAsync(() =>
            second.Client.Pace.HeldUntil > DateTimeOffset.UtcNow + TimeSpan.FromMinutes(5));
    }
}
