using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PresenceClient;
using PresenceClient.Emulator;
using StackExchange.Redis;

namespace RedisApp;

/// <summary>One host of the application, with a watch that it shares.</summary>
internal sealed class SharingHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public SharingHost(PresenceEmulator graph, EndPoint redis)
    {
        var options = new ConfigurationOptions { EndPoints = { redis }, AbortOnConnectFail = false };
        var services = new ServiceCollection();
        services.AddSingleton(graph.CreateCredential());
        services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(options));
        services.AddPresenceClient(o => o.BaseAddress = graph.BaseAddress);
        services.AddPresenceWatch(o =>
        {
            o.Interval = TimeSpan.FromMilliseconds(200);
            o.Polling = PresenceWatchPolling.Always;
        }).ShareThroughRedis(o => o.Key = "trial");
        _services = services.BuildServiceProvider();
    }

    public PresenceSharingRole Role => _services.GetRequiredService<PresenceSharing>().Status.Role;

    /// <summary>Watches users, and waits for their first states.</summary>
    public async Task<PresenceWatch> FollowAsync(IEnumerable<string> ids)
    {
        PresenceWatch watch = _services.GetRequiredService<PresenceWatch>();
        watch.Users.Add(ids);
        await watch.WaitUntilCurrentAsync();
        return watch;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
