using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PresenceClient.AspNetCore.Notifications;

/// <summary>Reads the posts of the queue, one after the other, and reports their changes to the watch.</summary>
internal sealed class NotificationWorker(NotificationHub hub, PresenceWatch watch, ILogger<NotificationWorker> log)
    : BackgroundService
{
    // Without content a notification only says that a user has changed. Several come together.
    private static readonly TimeSpan Gather = TimeSpan.FromSeconds(1);

    private readonly SeenNotifications _seen = new();
    private readonly UserRefresh _now = new(watch, Gather, hub.Options.TimeProvider, log);
    private readonly UserRefresh _rest = new(watch, hub.Options.RefreshAfter, hub.Options.TimeProvider, log);

    [SuppressMessage("Design", "CA1031", Justification = "The worker must not die; the failure is reported.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var refreshing = Task.WhenAll(_now.RunAsync(stoppingToken), _rest.RunAsync(stoppingToken));
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                byte[] post = await hub.Queue.TakeAsync(stoppingToken).ConfigureAwait(false);
                Take(await hub.Reader.ReadAsync(post, stoppingToken).ConfigureAwait(false));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (PresenceNotificationException e)
            {
                log.Rejected(e.Fault, e.Message);
            }
            catch (ObjectDisposedException)
            {
                // The watch ends before the host.
                break;
            }
            catch (Exception e)
            {
                log.WorkerFailed(e.GetType().Name);
            }
        }

        await refreshing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Take(PresenceNotifications notifications)
    {
        foreach (PresenceNotification one in notifications.Items.Where(_seen.IsNew))
        {
            if (one.LifecycleEvent is not null)
            {
                hub.OnReauthorize?.Invoke(one.SubscriptionId);
            }
            else if (watch.Report(
                one.UserId!, one.AvailabilityText, one.ActivityText, hub.Options.TimeProvider.GetUtcNow()))
            {
                _rest.Add(one.UserId!);
            }
            else
            {
                _now.Add(one.UserId!);
            }
        }

        int unreadable = notifications.Items.Count(one => one.IsUnreadable);
        if (unreadable > 0)
        {
            log.Unreadable(unreadable);
        }
    }
}
