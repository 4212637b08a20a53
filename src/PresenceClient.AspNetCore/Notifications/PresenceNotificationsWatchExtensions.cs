using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PresenceClient.AspNetCore.Notifications;

namespace PresenceClient;

/// <summary>Lets change notifications feed a <see cref="PresenceWatch"/> of a host.</summary>
/// <remarks>
/// <para>Notifications make the watch learn of a change within seconds. They do not replace its polls: a subscription
/// covers 650 users of a signed-in person, and it can be silent without an error. Covered users are polled every 5
/// minutes (<see cref="PresenceWatchOptions.CoveredInterval"/>), and a silent subscription is created anew.</para>
/// <para>The host creates the subscriptions when it has started, renews them, and deletes them when it stops.</para>
/// </remarks>
/// <example>
/// <code>
/// builder.Services.AddKeyedPresenceClient("watcher1", …);               // a person's sign-in
/// builder.Services.AddPresenceWatch(…).AddNotifications(o =>
/// {
///     o.NotificationUrl = new Uri("https://hook.contoso.com/graph/presence");
///     o.TenantId = tenantId;
///     o.ApplicationId = clientId;
///     o.Certificates.Add("2026-11", certificate);
/// }).AddWatcher("watcher1");
///
/// app.MapPresenceNotifications("/graph/presence");
/// </code>
/// </example>
public static class PresenceNotificationsWatchExtensions
{
    /// <summary>Adds notifications to the watch whose options these are.</summary>
    /// <param name="watch">The result of <c>AddPresenceWatch</c> or <c>AddKeyedPresenceWatch</c>.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder, to add watchers.</returns>
    public static PresenceNotificationsBuilder AddNotifications(
        this OptionsBuilder<PresenceWatchOptions> watch, Action<PresenceNotificationOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(watch);
        ArgumentNullException.ThrowIfNull(configure);
        IServiceCollection services = watch.Services;
        string? key = watch.Name.Length == 0 ? null : watch.Name;
        OptionsBuilder<PresenceNotificationOptions> options =
            services.AddOptions<PresenceNotificationOptions>(watch.Name).Configure(configure);
        ServiceDescriptor? known = services.LastOrDefault(service =>
            service.ServiceType == typeof(WatcherKeys) && Equals(service.ServiceKey, key));
        if ((key is null ? known?.ImplementationInstance : known?.KeyedImplementationInstance) is WatcherKeys watchers)
        {
            return new PresenceNotificationsBuilder(services, watchers);
        }

        watchers = new WatcherKeys();
        services.AddKeyedSingleton(key, watchers);
        options.PostConfigure<IOptionsMonitor<PresenceClientOptions>>((o, clients) => Complete(o, clients, watchers))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<PresenceNotificationOptions>>(
            provider => new NotificationOptionsValidator(provider, watch.Name, watchers));
        services.AddKeyedSingleton(key, (provider, _) => new NotificationHub(
            provider.GetRequiredService<IOptionsMonitor<PresenceNotificationOptions>>().Get(watch.Name)));
        services.AddSingleton<IHostedService>(provider => CreateWorker(provider, key));
        services.AddSingleton<IHostedService>(provider => CreateManager(provider, key, watchers));
        return new PresenceNotificationsBuilder(services, watchers);
    }

    private static void Complete(
        PresenceNotificationOptions options, IOptionsMonitor<PresenceClientOptions> clients, WatcherKeys watchers)
    {
        options.ClientState ??= Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        options.ApplicationId ??= watchers.Keys.Select(key => clients.Get(key).ApplicationId)
            .FirstOrDefault(id => id is not null);
    }

    // The watch comes first in a host, and has validated all options.
    private static NotificationWorker CreateWorker(IServiceProvider provider, string? key) => new(
        provider.GetRequiredKeyedService<NotificationHub>(key),
        provider.GetRequiredKeyedService<PresenceWatch>(key),
        provider.GetRequiredService<ILogger<NotificationWorker>>());

    private static SubscriptionManager CreateManager(IServiceProvider provider, string? key, WatcherKeys watchers)
    {
        NotificationHub hub = provider.GetRequiredKeyedService<NotificationHub>(key);
        PresenceWatch watch = provider.GetRequiredKeyedService<PresenceWatch>(key);
        ILogger<SubscriptionManager> log = provider.GetRequiredService<ILogger<SubscriptionManager>>();
        WatcherShard[] shards =
        [
            .. watchers.Keys.Select(watcher => new WatcherShard(
                watcher,
                provider.GetRequiredKeyedService<PresenceServiceClient>(watcher).Subscriptions,
                watch,
                hub.Options,
                log)),
        ];
        return new SubscriptionManager(
            hub, watch, shards, provider.GetRequiredService<IHostApplicationLifetime>(), log);
    }
}
