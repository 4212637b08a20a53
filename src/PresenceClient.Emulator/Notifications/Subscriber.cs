namespace PresenceClient.Emulator.Notifications;

/// <summary>
/// The items and posts for one address. At most one post is under way, so that items that come meanwhile are sent
/// together. Not thread-safe.
/// </summary>
internal sealed class Subscriber(Uri address, SubscriberHealth health)
{
    private const int MostItems = 100;

    private readonly List<NotificationItem> _items = [];
    private readonly List<NotificationPost> _failed = [];

    public SubscriberHealth Health => health;

    public bool IsBusy { get; set; }

    public bool IsIdle => !IsBusy && _items.Count == 0 && _failed.Count == 0;

    /// <summary>When the next item or post is due; the latest time for never.</summary>
    public DateTime NextDue => IsBusy
        ? DateTime.MaxValue
        : _items.Select(item => item.DueAt).Concat(_failed.Select(post => post.DueAt))
            .DefaultIfEmpty(DateTime.MaxValue).Min();

    /// <summary>Adds an item of an event at a time, by the rules for slow subscribers.</summary>
    public void Add(NotificationItem item, DateTime at)
    {
        if (!health.IsDropped(at))
        {
            _items.Add(health.IsSlow(at) ? item with { DueAt = item.DueAt + SubscriberHealth.Window } : item);
        }
    }

    /// <summary>Adds a post that failed, unless it was attempted for too long.</summary>
    public void AddFailed(NotificationPost post, DateTime now)
    {
        if (post.TryAgain(now))
        {
            _failed.Add(post);
        }
    }

    /// <summary>Takes the next post that is due; null if there is none. A failed post comes first.</summary>
    /// <param name="now">The time.</param>
    /// <param name="prepare">
    /// Returns the item as it is sent now; null if its subscription is gone; the item itself, due later, if it must
    /// wait.
    /// </param>
    public NotificationPost? Take(DateTime now, Func<NotificationItem, NotificationItem?> prepare)
    {
        if (IsBusy)
        {
            return null;
        }

        if (_failed.Find(post => post.DueAt <= now) is { } again)
        {
            _failed.Remove(again);
            return again;
        }

        var due = new List<NotificationItem>();
        foreach (NotificationItem item in _items.Where(item => item.DueAt <= now).ToArray())
        {
            if (due.Count > 0 && (due.Count == MostItems || due[0].TokenDamage != item.TokenDamage))
            {
                break;
            }

            _items.Remove(item);
            NotificationItem? ready = prepare(item);
            if (ready?.DueAt > now)
            {
                _items.Add(ready);
            }
            else if (ready is not null)
            {
                due.Add(ready);
            }
        }

        return due.Count == 0 ? null : new NotificationPost(address, due, now);
    }
}
