using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace PresenceClient.Redis.Tests.Support;

/// <summary>A host with a shared watch and a reader.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private readonly ConnectionMultiplexer _connection;

    public TestHost(SharedStage stage, Forwarder network, HostSettings settings)
    {
        Network = network;
        Tap = new TenantTap(stage.Tenant.CreateHandler());
        _connection = ConnectionMultiplexer.Connect(new ConfigurationOptions
        {
            EndPoints = { network.EndPoint },
            AbortOnConnectFail = false,
            ConnectTimeout = 2_000,
            ReconnectRetryPolicy = new LinearRetry(200),
        });
        var services = new ServiceCollection();
        services.AddSingleton<IConnectionMultiplexer>(_connection);
        services.AddSingleton<TokenCredential>(stage.Tenant.CreateCredential());
        services.AddPresenceClient(o =>
        {
            o.TimeProvider = settings.Clock;
            o.MaxRequestsPer30Seconds = settings.Pace;
            o.MaxRetries = 1;
        }).ConfigurePrimaryHttpMessageHandler(() => Tap);
        services.AddPresenceWatch(o => (o.Interval, o.Polling) = (settings.Interval, settings.Polling))
            .ShareThroughRedis(o =>
            {
                o.Key = stage.Key;
                o.Lease = settings.Lease;
                o.OnRedisLost = settings.OnRedisLost;
            });
        _provider = services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        Watch = _provider.GetRequiredService<PresenceWatch>();
        Sharing = _provider.GetRequiredService<PresenceSharing>();
        Client = _provider.GetRequiredService<PresenceServiceClient>();
    }

    /// <summary>The way to Redis.</summary>
    public Forwarder Network { get; }

    /// <summary>The way to the tenant.</summary>
    public TenantTap Tap { get; }

    public PresenceServiceClient Client { get; }

    public PresenceWatch Watch { get; }

    public PresenceSharing Sharing { get; }

    public PresenceSharingRole Role => Sharing.Status.Role;

    /// <summary>The current reader.</summary>
    public HostReader Reader { get; private set; } = null!;

    /// <summary>Begins to read, or begins again.</summary>
    public void Read() => Reader = new HostReader(Watch);

    public async ValueTask DisposeAsync()
    {
        await Watch.DisposeAsync();
        await _provider.DisposeAsync();
        await _connection.DisposeAsync();
        Tap.Dispose();
    }
}
