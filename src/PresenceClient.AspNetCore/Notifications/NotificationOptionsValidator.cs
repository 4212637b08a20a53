using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PresenceClient.AspNetCore.Notifications;

/// <summary>Reports all that is wrong with the notifications of a watch, in one exception.</summary>
internal sealed class NotificationOptionsValidator(IServiceProvider provider, string ownName, WatcherKeys watchers)
    : IValidateOptions<PresenceNotificationOptions>
{
    public ValidateOptionsResult Validate(string? name, PresenceNotificationOptions options)
    {
        if (name != ownName)
        {
            return ValidateOptionsResult.Skip;
        }

        List<string> faults = [.. options.Faults()];
        if (watchers.Keys.Count == 0)
        {
            faults.Add("No watcher is added. Only a signed-in person can subscribe to presence; an application cannot. "
                + "Call AddWatcher with the key of a client that signs one in.");
        }

        IServiceProviderIsKeyedService known = provider.GetRequiredService<IServiceProviderIsKeyedService>();
        IOptionsMonitor<PresenceClientOptions> clients =
            provider.GetRequiredService<IOptionsMonitor<PresenceClientOptions>>();
        foreach (string key in watchers.Keys)
        {
            if (!known.IsKeyedService(typeof(PresenceServiceClient), key))
            {
                faults.Add($"Watcher '{key}': No client has this key. Call AddKeyedPresenceClient with it.");
            }
            else if (clients.Get(key).Cloud != GraphCloud.Global)
            {
                faults.Add($"Watcher '{key}': Its cloud is {clients.Get(key).Cloud}. Change notifications of presence "
                    + "are available only in the global cloud. Remove AddNotifications; the watch polls.");
            }
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
