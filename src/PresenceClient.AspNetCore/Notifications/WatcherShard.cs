using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.Extensions.Logging;

namespace PresenceClient.AspNetCore.Notifications;

/// <summary>
/// The subscription of one watcher: created, renewed, and created anew when it ends, when its users change, or when it
/// is silent. Only the manager uses it, one call at a time.
/// </summary>
internal sealed class WatcherShard(
    string name,
    SubscriptionsClient subscriptions,
    PresenceWatch watch,
    PresenceNotificationOptions options,
    ILogger log)
{
    private const double Jitter = 0.05;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan RenewalPause = TimeSpan.FromMinutes(1);

    private PresenceSubscription? _subscription;
    private PresenceWatchCover? _cover;
    private DateTimeOffset _renewAt;
    private DateTimeOffset _renewedAt;
    private DateTimeOffset _retryAt;
    private TimeSpan _wait;
    private bool _isToReauthorize;

    /// <summary>The users that the plan gives the watcher.</summary>
    public IReadOnlyList<string> Users { get; private set; } = [];

    private DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    /// <summary>Sets the users. Another set needs another subscription.</summary>
    public async Task SetUsersAsync(IReadOnlyList<string> users, CancellationToken cancellationToken)
    {
        if (!Users.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(users))
        {
            await EndAsync(cancellationToken).ConfigureAwait(false);
            (Users, _retryAt, _wait) = (users, default, default);
        }
    }

    /// <summary>Notes that the service asks for a new authorization, if it is for this subscription.</summary>
    public void NoteReauthorization(string subscriptionId) =>
        _isToReauthorize |= subscriptionId.Equals(_subscription?.Id, StringComparison.OrdinalIgnoreCase);

    /// <summary>Does what is due, and returns when to call again.</summary>
    public async Task<DateTimeOffset> StepAsync(CancellationToken cancellationToken)
    {
        if (Users.Count == 0)
        {
            return DateTimeOffset.MaxValue;
        }

        if (_cover?.IsSilent == true)
        {
            log.Silent(name);
            await EndAsync(cancellationToken).ConfigureAwait(false);
        }

        if (Now >= _retryAt)
        {
            try
            {
                await ActAsync(cancellationToken).ConfigureAwait(false);
                (_retryAt, _wait) = (default, default);
            }
            catch (PresenceException e)
            {
                Fail(e);
            }
        }

        return _retryAt > Now ? _retryAt : _renewAt;
    }

    /// <summary>Deletes the subscription, and lets its users be polled as usual.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        _cover?.Dispose();
        _cover = null;
        if (_subscription is { } ended)
        {
            _subscription = null;
            try
            {
                await subscriptions.DeleteAsync(ended.Id, cancellationToken).ConfigureAwait(false);
            }
            catch (PresenceException e)
            {
                // If it is still there, creating another one is a conflict, which deletes it.
                log.SubscriptionFailed(name, e.GetType().Name, 0);
            }
        }
    }

    private async Task ActAsync(CancellationToken cancellationToken)
    {
        if (_subscription is null)
        {
            await CreateAsync(cancellationToken).ConfigureAwait(false);
        }
        else if (Now >= _renewAt || (_isToReauthorize && Now - _renewedAt >= RenewalPause))
        {
            await RenewAsync(_subscription, cancellationToken).ConfigureAwait(false);
        }

        _isToReauthorize = false;
    }

    private async Task RenewAsync(PresenceSubscription known, CancellationToken cancellationToken)
    {
        try
        {
            Keep(await subscriptions.RenewAsync(known.Id, cancellationToken: cancellationToken).ConfigureAwait(false));
        }
        catch (PresenceNotFoundException)
        {
            _cover?.Dispose();
            (_cover, _subscription) = (null, null);
            await CreateAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        var request = new PresenceSubscriptionRequest
        {
            UserIds = [.. Users],
            NotificationUrl = options.NotificationUrl!,
            LifecycleNotificationUrl = options.ReceiveLifecycleEvents ? options.NotificationUrl : null,
            ClientState = options.ClientState,
            Certificate = options.Certificates.FirstOrDefault(),
        };
        try
        {
            Keep(await subscriptions.CreateAsync(request, cancellationToken).ConfigureAwait(false));
        }
        catch (PresenceException e) when (e.StatusCode == HttpStatusCode.Conflict)
        {
            // One of an earlier process, or of an attempt whose answer was lost.
            foreach (PresenceSubscription stranger in
                await subscriptions.ListAsync(cancellationToken).ConfigureAwait(false))
            {
                await subscriptions.DeleteAsync(stranger.Id, cancellationToken).ConfigureAwait(false);
            }

            Keep(await subscriptions.CreateAsync(request, cancellationToken).ConfigureAwait(false));
        }

        _cover = watch.Cover(Users);
        // Changes of the time without a subscription.
        await watch.RefreshAsync(Users, cancellationToken).ConfigureAwait(false);
        log.Subscribed(name, Users.Count);
    }

    // 45 of 60 minutes, spread a little, so that the renewals of many watchers do not come together.
    [SuppressMessage("Security", "CA5394", Justification = "It only spreads the renewals of several watchers.")]
    private void Keep(PresenceSubscription subscription)
    {
        _subscription = subscription;
        _renewedAt = Now;
        TimeSpan lifetime = (subscription.ExpiresAt ?? _renewedAt.AddMinutes(45)) - _renewedAt;
        _renewAt = _renewedAt + (lifetime * (0.75 - (Jitter * Random.Shared.NextDouble())));
    }

    private void Fail(PresenceException failure)
    {
        if (_subscription is { ExpiresAt: { } end } && end <= Now)
        {
            _cover?.Dispose();
            (_cover, _subscription) = (null, null);
        }

        _wait = _wait == TimeSpan.Zero ? FirstWait : _wait * 2;
        _wait = _wait < LongestWait ? _wait : LongestWait;
        _wait = failure.RetryAfter > _wait ? failure.RetryAfter.Value : _wait;
        _retryAt = Now + _wait;
        string reason = failure.StatusCode is { } status
            ? $"{failure.GetType().Name}, {(int)status}"
            : failure.GetType().Name;
        log.SubscriptionFailed(name, reason, _wait.TotalSeconds);
    }
}
