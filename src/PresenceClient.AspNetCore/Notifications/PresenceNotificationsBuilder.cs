using Microsoft.Extensions.DependencyInjection;
using PresenceClient.AspNetCore.Notifications;

namespace PresenceClient;

/// <summary>Adds watchers to the notifications of a watch.</summary>
public sealed class PresenceNotificationsBuilder
{
    private readonly WatcherKeys _watchers;

    internal PresenceNotificationsBuilder(IServiceCollection services, WatcherKeys watchers) =>
        (Services, _watchers) = (services, watchers);

    /// <summary>The services of the host.</summary>
    public IServiceCollection Services { get; }

    /// <summary>
    /// Adds a watcher: a signed-in person whose subscription covers up to 650 users. Adding one again has no effect.
    /// </summary>
    /// <param name="key">
    /// The key of a client (<c>AddKeyedPresenceClient</c>) whose credential has a signed-in user with delegated
    /// Presence.Read.All. Each watcher needs another user.
    /// </param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The key is null or blank.</exception>
    public PresenceNotificationsBuilder AddWatcher(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        if (!_watchers.Keys.Contains(key))
        {
            _watchers.Keys.Add(key);
        }

        return this;
    }
}
