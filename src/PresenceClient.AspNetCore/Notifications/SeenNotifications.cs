namespace PresenceClient.AspNetCore.Notifications;

/// <summary>Remembers the latest notifications, so that one that comes again is ignored. Not thread-safe.</summary>
internal sealed class SeenNotifications
{
    private readonly HashSet<(string Subscription, string? User, string Fingerprint)> _seen = [];
    private readonly Queue<(string Subscription, string? User, string Fingerprint)> _order = new();

    /// <summary>Whether a notification comes for the first time.</summary>
    public bool IsNew(PresenceNotification notification)
    {
        if (notification.Fingerprint is not { } fingerprint)
        {
            return true;
        }

        (string, string?, string) key = (notification.SubscriptionId, notification.UserId, fingerprint);
        if (!_seen.Add(key))
        {
            return false;
        }

        _order.Enqueue(key);
        if (_order.Count > NotificationLimits.MostRemembered)
        {
            _seen.Remove(_order.Dequeue());
        }

        return true;
    }
}
