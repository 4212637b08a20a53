namespace PresenceClient.Emulator.Notifications;

/// <summary>One post to a subscriber, with its attempts.</summary>
internal sealed class NotificationPost(Uri address, IReadOnlyList<NotificationItem> items, DateTime now)
{
    /// <summary>How long a post is attempted again.</summary>
    public static readonly TimeSpan LongestRetry = TimeSpan.FromHours(4);

    /// <summary>An answer that takes longer does not count at the first attempt.</summary>
    private static readonly TimeSpan FirstLimit = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);

    private readonly DateTime _madeAt = now;
    private int _failures;

    public Uri Address => address;

    public IReadOnlyList<NotificationItem> Items => items;

    public DateTime DueAt { get; private set; } = now;

    /// <summary>Returns whether the subscriber has taken the post.</summary>
    public bool IsDelivered(WebhookAnswer answer) =>
        answer.IsSuccess && (_failures > 0 || answer.Duration <= FirstLimit);

    /// <summary>Plans the next attempt; false if there is none.</summary>
    public bool TryAgain(DateTime now)
    {
        TimeSpan wait = FirstWait * Math.Pow(2, Math.Min(_failures++, 16));
        DueAt = now + (wait < LongestWait ? wait : LongestWait);
        return DueAt <= _madeAt + LongestRetry;
    }
}
