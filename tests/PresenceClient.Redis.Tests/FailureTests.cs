using System.Net;
using PresenceClient.Redis.Tests.Support;
using PresenceClient.Tests.Support;
using StackExchange.Redis;

namespace PresenceClient.Redis.Tests;

/// <summary>
/// The rows of the table of failures. Each stage checks that its readers saw nothing twice or backwards.
/// </summary>
public sealed class FailureTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Leader_ThatStops_ReleasesTheLeaseSoTheNextStartsAtOnce()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        await stage.AddHostsAsync(2, static o => o.Lease = Long);
        TestHost first = stage.Leader!;
        long epoch = first.Sharing.Status.Epoch;

        await stage.StopAsync(first);
        await stage.SettledAsync(1);

        stage.Leader!.Sharing.Status.Epoch.Should().Be(epoch + 1);
        await stage.ChangeAsync(0, "InACall");
    }

    [Fact]
    public async Task Leader_ThatIsKilled_IsReplacedAfterTheLease()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        await stage.AddHostsAsync(3, static o => o.Lease = TimeSpan.FromSeconds(6));
        TestHost first = stage.Leader!;
        long epoch = first.Sharing.Status.Epoch;

        await stage.StopAsync(first, isKilled: true);
        await stage.SettledAsync(2);

        stage.Leader!.Sharing.Status.Epoch.Should().BeGreaterThan(epoch);
        await stage.ChangeAsync(0, "InACall");
    }

    [Fact]
    public async Task Leader_ThatIsPaused_CannotWriteAfterItsLease()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        var clock = new ShiftedClock(TimeSpan.Zero);
        TestHost paused = stage.AddHost(configure: o => (o.Clock, o.Lease) = (clock, Long));
        await stage.SettledAsync(1);
        TestHost other = stage.AddHost(configure: static o => o.Lease = Long);
        await stage.SettledAsync(2);
        IDatabase redis = await stage.ConnectAsync();

        // To the paused host no time passes, so it takes itself for the leader.
        clock.Freeze();
        await stage.EndLeaseAsync(redis);
        await SharedStage.UntilAsync(() => other.Role == PresenceSharingRole.Leader);
        paused.Role.Should().Be(PresenceSharingRole.Leader, "there are two leaders");
        stage.Tenant.Users[0].JoinCall();
        await paused.Watch.RefreshAsync([stage.Users[0]], Test.Token).BoundedAsync();
        await SharedStage.UntilAsync(() => paused.Role == PresenceSharingRole.Follower);

        paused.Sharing.Status.TakeOvers.Should().Be(1);
        await stage.SeenAsync(0, "InACall", stage.Hosts);
        var reader = new ByteReader((byte[])(await redis.StringGetAsync(stage.Keys.Head))!);
        Head.Read(ref reader).Term.Epoch.Should().Be(other.Sharing.Status.Epoch);
        await stage.ChangeAsync(1, "Presenting");
    }

    [Fact]
    public async Task Redis_GoneAndBackEmpty_ReadersGetTheDifference()
    {
        await using SharedStage stage = await SharedStage.StartAsync(ownServer: true);
        TestHost[] hosts = await stage.AddHostsAsync(3);

        stage.StopServer();
        await SharedStage.UntilAsync(() => hosts.All(static host => host.Role == PresenceSharingRole.Alone));
        await stage.ChangeAsync(0, "InACall");
        hosts.Should().OnlyContain(static host => host.Watch.Status.Interval == TimeSpan.FromMilliseconds(900));
        hosts.Should().OnlyContain(static host => host.Client.Pace.MaxRequestsPer30Seconds == 500);
        hosts.Should().OnlyContain(static host => host.Sharing.Status.AloneSince != null);
        int[] changes = [.. hosts.Select(static host => host.Reader.Changes)];

        stage.StartServer();
        await stage.SettledAsync(3);
        hosts.Select(static host => host.Reader.Changes).Should().Equal(changes, "nothing has changed");
        await stage.ChangeAsync(1, "Presenting");

        hosts.Should().OnlyContain(static host => !host.Reader.Ended.IsCompleted);
        hosts.Should().OnlyContain(static host => host.Sharing.Status.AloneSince == null);
    }

    [Fact]
    public async Task Redis_GoneWithKeepStale_NothingIsReadUntilItIsBack()
    {
        await using SharedStage stage = await SharedStage.StartAsync(ownServer: true);
        TestHost host = stage.AddHost(configure: static o => o.OnRedisLost = RedisLost.KeepStale);
        await stage.SettledAsync(1);

        stage.StopServer();
        await SharedStage.UntilAsync(() => host.Role == PresenceSharingRole.Alone);
        int requests = host.Tap.Requests;
        await SharedStage.UntilAsync(() => host.Watch.Status.StaleUsers == 4);
        host.Tap.Requests.Should().Be(requests);

        stage.StartServer();
        await stage.SettledAsync(1);
        await SharedStage.UntilAsync(() => host.Watch.Status.StaleUsers == 0);
    }

    [Fact]
    public async Task Redis_NotThereWhenAHostStarts_TheHostReadsItsUsersAlone()
    {
        await using SharedStage stage = await SharedStage.StartAsync(ownServer: true);
        stage.StopServer();

        TestHost host = stage.AddHost();
        await SharedStage.UntilAsync(() => host.Watch.Status.NotReadUsers == 0);
        await stage.ChangeAsync(0, "InACall");
        host.Role.Should().Be(PresenceSharingRole.Alone);

        stage.StartServer();
        await stage.SettledAsync(1);
        await stage.ChangeAsync(0, "Presenting");
    }

    [Fact]
    public async Task Redis_Emptied_IsFilledAgainInANewTerm()
    {
        await using SharedStage stage = await SharedStage.StartAsync(ownServer: true);
        TestHost[] hosts = await stage.AddHostsAsync(2, static o => o.Lease = TimeSpan.FromSeconds(6));
        long epoch = hosts[0].Sharing.Status.Epoch;
        IDatabase redis = await stage.ConnectAsync();

        await redis.ExecuteAsync("FLUSHALL");
        await SharedStage.UntilAsync(() => redis.HashLength(stage.Keys.State) == 4
            && hosts.All(host => host.Sharing.Status.Epoch > epoch));

        await stage.SettledAsync(2);
        await stage.ChangeAsync(0, "InACall");
    }

    [Fact]
    public async Task States_EvictedFromRedis_AreWrittenAgain()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        await stage.AddHostsAsync(2, static o => o.Lease = TimeSpan.FromSeconds(6));
        IDatabase redis = await stage.ConnectAsync();

        await redis.KeyDeleteAsync(stage.Keys.State);

        await SharedStage.UntilAsync(() => redis.HashLength(stage.Keys.State) == 4);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Host_CutOffOrStalled_IsAloneAndReadsAgainWhenItIsBack(bool leads, bool isStalled)
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        await stage.AddHostsAsync(3, static o => o.Lease = TimeSpan.FromSeconds(6));
        TestHost host = stage.Hosts.First(h => h.Role == PresenceSharingRole.Leader == leads);
        TestHost[] others = [.. stage.Hosts.Where(other => other != host)];

        if (isStalled)
        {
            host.Network.Stall();
        }
        else
        {
            host.Network.Cut();
        }

        await SharedStage.UntilAsync(() => host.Role == PresenceSharingRole.Alone
            && others.Any(static other => other.Role == PresenceSharingRole.Leader));
        await stage.ChangeAsync(0, "InACall");

        host.Network.Mend();
        await stage.SettledAsync(3);
        await stage.ChangeAsync(0, "Presenting");
    }

    [Fact]
    public async Task Consent_Revoked_EndsTheReadersOfAllHostsAndANewReaderTriesAgain()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        TestHost[] hosts = await stage.AddHostsAsync(3);

        Array.ForEach(hosts, static host => host.Tap.Refusal = HttpStatusCode.Forbidden);
        Exception?[] ends = await Task.WhenAll(hosts.Select(static host => host.Reader.Ended)).BoundedAsync();
        ends.Should().AllBeOfType<PresenceAccessDeniedException>();
        ends.Cast<PresenceAccessDeniedException>().Should().OnlyContain(static end =>
            end.ApplicationPermission == "Presence.Read.All" && end.StatusCode == HttpStatusCode.Forbidden);
        hosts.Should().OnlyContain(static host => host.Watch.Status.Failure is PresenceAccessDeniedException);

        Array.ForEach(hosts, static host => host.Tap.Refusal = null);
        TestHost follower = hosts.First(static host => host.Role == PresenceSharingRole.Follower);
        follower.Read();
        await SharedStage.UntilAsync(() => follower.Reader.Users.Count() == 4);
        stage.Tenant.Users[0].JoinCall();
        await stage.SeenAsync(0, "InACall", [follower]);
        await SharedStage.UntilAsync(() => hosts.All(static host => host.Watch.Status.TroubleSince is null));
    }

    [Fact]
    public async Task Trouble_OfTheLeader_IsInTheStatusOfAllHosts()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        TestHost[] hosts = await stage.AddHostsAsync(2);
        TestHost leader = stage.Leader!;

        leader.Tap.Refusal = HttpStatusCode.InternalServerError;
        await SharedStage.UntilAsync(() => hosts.All(static host =>
            host.Watch.Status.Failure?.StatusCode == HttpStatusCode.InternalServerError));
        await SharedStage.UntilAsync(() => hosts.All(static host => host.Watch.Status.StaleUsers == 4));

        leader.Tap.Refusal = null;
        await SharedStage.UntilAsync(() => hosts.All(static host =>
            host.Watch.Status is { TroubleSince: null, StaleUsers: 0 }));
        hosts.Should().OnlyContain(static host => !host.Reader.Ended.IsCompleted);
    }

    [Fact]
    public async Task Client_OfTheLeaderDisposed_AnotherHostLeads()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        TestHost[] hosts = await stage.AddHostsAsync(2, static o => o.Lease = Long);
        TestHost leader = stage.Leader!;
        TestHost other = hosts.Single(host => host != leader);

        leader.Client.Dispose();

        (await leader.Reader.Ended.BoundedAsync()).Should().BeOfType<ObjectDisposedException>();
        await SharedStage.UntilAsync(() => other.Role == PresenceSharingRole.Leader);
        await stage.ChangeAsync(0, "InACall", other);
    }
}
