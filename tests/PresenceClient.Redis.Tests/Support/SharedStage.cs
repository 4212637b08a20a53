using PresenceClient.Emulator;
using PresenceClient.Tests.Support;
using StackExchange.Redis;

namespace PresenceClient.Redis.Tests.Support;

/// <summary>A tenant, a Redis server, and hosts that share a watch.</summary>
internal sealed class SharedStage : IAsyncDisposable
{
    private readonly List<TestHost> _hosts = [];
    private readonly List<IDisposable> _others = [];

    private SharedStage(PresenceEmulator tenant, RedisServer server) => (Tenant, Server) = (tenant, server);

    public PresenceEmulator Tenant { get; }

    /// <summary>The server. A test that replaces it has its own.</summary>
    public RedisServer Server { get; private set; }

    /// <summary>The name of the group of hosts.</summary>
    public string Key { get; } = Guid.NewGuid().ToString("N");

    public SharingKeys Keys => new(Key);

    public string[] Users => [.. Tenant.Users.Select(user => user.Id)];

    /// <summary>The hosts that run.</summary>
    public IReadOnlyList<TestHost> Hosts => _hosts;

    /// <summary>The host that leads; null while there is none.</summary>
    public TestHost? Leader => _hosts.Find(static host => host.Role == PresenceSharingRole.Leader);

    public static async Task<SharedStage> StartAsync(int users = 4, bool ownServer = false)
    {
        PresenceEmulator tenant = await PresenceEmulator.StartAsync(o => o.Users = users, Test.Token);
        foreach (EmulatedUser user in tenant.Users)
        {
            user.EndTeamsClient();
            user.ClearOutOfOffice();
            user.ClearCalendar();
            user.BecomeAvailable();
        }

        var stage = new SharedStage(tenant, RedisServer.Shared);
        if (ownServer)
        {
            stage.StartServer();
        }

        return stage;
    }

    /// <summary>Starts a host that reads some users, by default all.</summary>
    public TestHost AddHost(string[]? users = null, Action<HostSettings>? configure = null)
    {
        var settings = new HostSettings();
        configure?.Invoke(settings);
        var forwarder = new Forwarder(() => Server.EndPoint);
        _others.Add(forwarder);
        var host = new TestHost(this, forwarder, settings);
        _hosts.Add(host);
        host.Watch.Users.Add(users ?? Users);
        host.Read();
        return host;
    }

    /// <summary>
    /// Starts hosts, and waits until one leads, all know of each other, and each reader knows its users.
    /// </summary>
    public async Task<TestHost[]> AddHostsAsync(int count, Action<HostSettings>? configure = null)
    {
        TestHost[] hosts = [.. Enumerable.Range(0, count).Select(_ => AddHost(configure: configure))];
        await SettledAsync(count);
        return hosts;
    }

    /// <summary>Waits until one host leads, the others follow, and they know how many they are.</summary>
    public Task SettledAsync(int hosts) => UntilAsync(() =>
        _hosts.Count(static host => host.Role == PresenceSharingRole.Leader) == 1
        && _hosts.All(host => host.Role != PresenceSharingRole.Alone && host.Sharing.Status.Hosts == hosts)
        && _hosts.All(static host => host.Watch.Status.NotReadUsers == 0)
        && _hosts.All(static host => host.Reader.Users.Count() == host.Watch.Users.Count));

    /// <summary>Stops a host as a host stops, or without a word, as a process that is killed.</summary>
    public async Task StopAsync(TestHost host, bool isKilled = false)
    {
        if (isKilled)
        {
            host.Network.Cut();
        }

        _hosts.Remove(host);
        await host.DisposeAsync();
    }

    /// <summary>
    /// Changes a user in the tenant, and waits until the readers of some hosts know, by default of all.
    /// </summary>
    public async Task ChangeAsync(int user, string activity, params IEnumerable<TestHost> hosts)
    {
        Tenant.Users[user].SetTeamsClient(activity == "Available" ? "Available" : "Busy", activity);
        TestHost[] all = [.. hosts];
        await SeenAsync(user, activity, all.Length == 0 ? _hosts : all);
    }

    /// <summary>Waits until the readers of hosts know the activity of a user.</summary>
    public Task SeenAsync(int user, string activity, IEnumerable<TestHost> hosts) => UntilAsync(
        () => hosts.All(host => host.Reader.ActivityOf(Users[user]) == activity));

    /// <summary>Stops the server.</summary>
    public void StopServer() => Server.Dispose();

    /// <summary>Starts an empty server, which the hosts reach from now on.</summary>
    public void StartServer()
    {
        Server = new RedisServer();
        _others.Add(Server);
    }

    /// <summary>A connection of the test's own.</summary>
    public async Task<IDatabase> ConnectAsync()
    {
        ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(new ConfigurationOptions
        {
            EndPoints = { Server.EndPoint },
            AllowAdmin = true,
            AbortOnConnectFail = false,
        });
        _others.Add(connection);
        return connection.GetDatabase();
    }

    /// <summary>Lets the lease of the leader end, as if its time was over, and tells the others.</summary>
    public async Task EndLeaseAsync(IDatabase redis)
    {
        await redis.KeyDeleteAsync(Keys.Lease);
        await redis.PublishAsync(Keys.Changes, MessageCodec.Free());
    }

    /// <summary>Waits until other threads have brought something about.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        await WaitAsync().WaitAsync(TimeSpan.FromMinutes(3), Test.Token);

        async Task WaitAsync()
        {
            while (!condition())
            {
                await Task.Delay(10, Test.Token);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        string[] faults = [.. _hosts.SelectMany(static host => host.Reader.Faults)];
        await Task.WhenAll(_hosts.Select(static host => host.DisposeAsync().AsTask()));
        _others.ForEach(static other => other.Dispose());
        await Tenant.DisposeAsync();
        faults.Should().BeEmpty();
    }
}
