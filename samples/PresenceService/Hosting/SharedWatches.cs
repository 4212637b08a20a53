using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PresenceClient;
using StackExchange.Redis;

namespace PresenceService.Hosting;

/// <summary>Shares the watch of each tenant with the other hosts of the service, if there is a Redis server.</summary>
internal static class SharedWatches
{
    private const string ConnectionName = "Redis";

    /// <summary>
    /// Shares a watch through the Redis server of <c>ConnectionStrings:Redis</c>; without one, does nothing.
    /// </summary>
    public static OptionsBuilder<PresenceWatchOptions> ShareIfConfigured(
        this OptionsBuilder<PresenceWatchOptions> watch, IConfiguration configuration)
    {
        if (configuration.GetConnectionString(ConnectionName) is not { Length: > 0 } redis)
        {
            return watch;
        }

        // The host starts while Redis is down.
        watch.Services.TryAddSingleton<IConnectionMultiplexer>(_ =>
        {
            var options = ConfigurationOptions.Parse(redis);
            options.AbortOnConnectFail = false;
            return ConnectionMultiplexer.Connect(options);
        });

        // All hosts of the service sign in to a tenant with the same credential.
        return watch.ShareThroughRedis(options => options.Key = $"presence-service:{watch.Name}");
    }
}
