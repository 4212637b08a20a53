using Microsoft.Extensions.Logging;

namespace PresenceClient.AspNetCore.Notifications;

/// <summary>Log messages. None names a user, or contains a part of a post.</summary>
internal static partial class NotificationLog
{
    [LoggerMessage(1, LogLevel.Warning, "Notifications were rejected ({Fault}). {Advice}")]
    public static partial void Rejected(this ILogger log, PresenceNotificationFault fault, string advice);

    [LoggerMessage(2, LogLevel.Warning, "{Count} notifications of a post could not be decrypted; their users are read "
        + "instead. If this happens often, check that the certificates include the one of the subscription.")]
    public static partial void Unreadable(this ILogger log, int count);

    [LoggerMessage(3, LogLevel.Information, "Watcher {Watcher} subscribed to {Users} users.")]
    public static partial void Subscribed(this ILogger log, string watcher, int users);

    [LoggerMessage(4, LogLevel.Warning, "The subscription of watcher {Watcher} failed ({Reason}). Its users are "
        + "polled. The next attempt is in {Seconds} s.")]
    public static partial void SubscriptionFailed(this ILogger log, string watcher, string reason, double seconds);

    [LoggerMessage(5, LogLevel.Warning, "The subscription of watcher {Watcher} is silent: polls found changes that it "
        + "did not report. It is created anew.")]
    public static partial void Silent(this ILogger log, string watcher);

    [LoggerMessage(6, LogLevel.Warning, "{Users} users have no room in the subscriptions of {Watchers} watchers. They "
        + "are polled. Add watchers to cover them.")]
    public static partial void Unplaced(this ILogger log, int users, int watchers);

    [LoggerMessage(7, LogLevel.Warning, "Users could not be read after notifications ({Reason}). The next poll reads "
        + "them.")]
    public static partial void RefreshFailed(this ILogger log, string reason);

    [LoggerMessage(8, LogLevel.Error, "The worker of notifications failed ({Reason}). It continues with the next "
        + "post.")]
    public static partial void WorkerFailed(this ILogger log, string reason);
}
