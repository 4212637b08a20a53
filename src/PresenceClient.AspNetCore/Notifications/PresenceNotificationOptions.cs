namespace PresenceClient;

/// <summary>Options of the notifications that feed a <see cref="PresenceWatch"/> of a host.</summary>
public sealed class PresenceNotificationOptions : PresenceNotificationReaderOptions
{
    private const int MostPosts = 100_000;

    /// <summary>
    /// The public address of the endpoint that <c>MapPresenceNotifications</c> maps: absolute, https, and reachable by
    /// the service.
    /// </summary>
    public Uri? NotificationUrl { get; set; }

    /// <summary>Whether lifecycle events are received too, at the same address.</summary>
    /// <value>Default: true.</value>
    public bool ReceiveLifecycleEvents { get; set; } = true;

    /// <summary>
    /// The most posts that wait for the worker. Further ones are answered with 503, and come again later.
    /// </summary>
    /// <value>Default: 1,000. From 1 to 100,000. Together they have up to 16 MB.</value>
    public int QueueCapacity { get; set; } = 1_000;

    /// <summary>
    /// How long changed users are gathered before the rest of their presence is read: status message, out of office and
    /// work location, which notifications do not contain.
    /// </summary>
    /// <value>
    /// Default: 1 minute. From 1 second to 1 hour; <see cref="Timeout.InfiniteTimeSpan"/> leaves it to the polls.
    /// </value>
    public TimeSpan RefreshAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often the users of the watch are compared with those of the subscriptions.</summary>
    /// <value>
    /// Default: 30 seconds. From 1 second to 1 hour. A changed set of users is a new subscription, so shorter times
    /// cost requests.
    /// </value>
    public TimeSpan PlanInterval { get; set; } = TimeSpan.FromSeconds(30);

    internal override IEnumerable<string> Faults()
    {
        foreach (string fault in base.Faults())
        {
            yield return fault;
        }

        if (NotificationUrl is not { IsAbsoluteUri: true, UserInfo: "" } address || !IsSafe(address))
        {
            yield return $"{nameof(NotificationUrl)}: The value is not an absolute https address, or contains a user "
                + "name. Use the public address of the endpoint, for example https://hook.contoso.com/graph/presence.";
        }

        if (QueueCapacity is < 1 or > MostPosts)
        {
            yield return $"{nameof(QueueCapacity)}: {QueueCapacity} is out of range. Use 1 to {MostPosts}.";
        }

        if (RefreshAfter != Timeout.InfiniteTimeSpan && IsOutside(RefreshAfter))
        {
            yield return $"{nameof(RefreshAfter)}: {RefreshAfter:c} is out of range. Use 1 second to 1 hour.";
        }

        if (IsOutside(PlanInterval))
        {
            yield return $"{nameof(PlanInterval)}: {PlanInterval:c} is out of range. Use 1 second to 1 hour.";
        }
    }

    private static bool IsOutside(TimeSpan time) => time < TimeSpan.FromSeconds(1) || time > TimeSpan.FromHours(1);
}
