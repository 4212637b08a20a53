using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PresenceClient.DependencyInjection;
using PresenceClient.Redis;

namespace PresenceClient;

/// <summary>Shares a watch with the other hosts of an application, through Redis.</summary>
/// <remarks>
/// <para>One host, the leader, reads the users of all hosts from Microsoft Graph. The others get the states through
/// Redis. Readers of the watch see no difference. <see cref="PresenceSharing"/> has the status.</para>
/// <para>The options are validated at startup, and one <see cref="OptionsValidationException"/> reports all errors.
/// Sharing a watch again changes its options.</para>
/// </remarks>
/// <example>
/// <code>
/// builder.Services.AddSingleton&lt;IConnectionMultiplexer&gt;(_ => ConnectionMultiplexer.Connect(
///     builder.Configuration.GetConnectionString("Redis") + ",abortConnect=false"));
/// builder.Services.AddPresenceClient(builder.Configuration.GetSection("Presence"));
/// builder.Services.AddPresenceWatch(o => o.Interval = TimeSpan.FromSeconds(10)).ShareThroughRedis();
/// </code>
/// </example>
public static class PresenceSharingOptionsBuilderExtensions
{
    /// <summary>Shares the watch.</summary>
    /// <param name="watch">The builder of the watch: the result of <c>AddPresenceWatch</c> or
    /// <c>AddKeyedPresenceWatch</c>.</param>
    /// <param name="configure">Sets the options; null for the defaults.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">The builder is null.</exception>
    /// <exception cref="InvalidOperationException">The watch of the builder is not registered.</exception>
    public static OptionsBuilder<PresenceWatchOptions> ShareThroughRedis(
        this OptionsBuilder<PresenceWatchOptions> watch, Action<PresenceSharingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(watch);
        IServiceCollection services = watch.Services;
        string? key = watch.Name.Length == 0 ? null : watch.Name;
        OptionsBuilder<PresenceSharingOptions> options = services.AddOptions<PresenceSharingOptions>(watch.Name);
        if (configure is not null)
        {
            options.Configure(configure);
        }

        if (services.LifetimeOf(typeof(PresenceSharing), key) is not null)
        {
            return watch;
        }

        if (services.LifetimeOf(typeof(PresenceWatch), key) is null)
        {
            string place = key is null ? "" : $" with key '{key}'";
            throw new InvalidOperationException($"No watch{place} is registered. "
                + "ShareThroughRedis changes a registered watch. Call it on the result of AddPresenceWatch or "
                + "AddKeyedPresenceWatch.");
        }

        options.ValidateOnStart();
        services.AddSingleton<IValidateOptions<PresenceSharingOptions>>(
            provider => new SharingOptionsValidator(provider, key));
        services.AddKeyedSingleton(key, (provider, _) => SharedWatch.Create(provider, key));
        services.RemoveAllKeyed<PresenceWatch>(key);
        services.AddKeyedSingleton(
            key, (provider, _) => provider.GetRequiredKeyedService<SharedWatch>(key).Watch);
        services.AddKeyedSingleton(
            key, (provider, _) => provider.GetRequiredKeyedService<SharedWatch>(key).Sharing);
        return watch;
    }
}
