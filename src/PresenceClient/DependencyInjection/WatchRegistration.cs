using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace PresenceClient.DependencyInjection;

/// <summary>Registers a watch under a key, for all overloads of <c>AddPresenceWatch</c>.</summary>
internal sealed class WatchRegistration(IServiceCollection services, string? key)
{
    /// <summary>Adds the services that are not registered yet, and returns the builder of the options.</summary>
    public OptionsBuilder<PresenceWatchOptions> Add()
    {
        OptionsBuilder<PresenceWatchOptions> builder =
            services.AddOptions<PresenceWatchOptions>(HostServices.NameOf(key));
        if (services.LifetimeOf(typeof(PresenceWatch), key) is not null)
        {
            return builder;
        }

        builder.ValidateOnStart();
        services.AddSingleton<IValidateOptions<PresenceWatchOptions>>(
            provider => new WatchOptionsValidator(provider, services, key));
        services.TryAddKeyedSingleton(key, (provider, _) => CreateWatch(provider));
        services.AddSingleton<IHostedService>(
            provider => new WatchService(provider.GetRequiredKeyedService<PresenceWatch>(key)));
        return builder;
    }

    private PresenceWatch CreateWatch(IServiceProvider provider) =>
        provider.GetRequiredKeyedService<PresenceServiceClient>(key).Presences.CreateWatch(
            provider.OptionsOf<PresenceWatchOptions>(key));
}
