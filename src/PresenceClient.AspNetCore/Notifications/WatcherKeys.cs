namespace PresenceClient.AspNetCore.Notifications;

/// <summary>The keys of the clients of watchers, in the order of their registration.</summary>
internal sealed class WatcherKeys
{
    public List<string> Keys { get; } = [];
}
