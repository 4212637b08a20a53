using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PresenceClient.AspNetCore.Notifications;

/// <summary>
/// Keeps the subscriptions of the watchers in step with the users of the watch. It begins when the host has started,
/// because the service validates the endpoint while a subscription is created.
/// </summary>
internal sealed class SubscriptionManager(
    NotificationHub hub,
    PresenceWatch watch,
    IReadOnlyList<WatcherShard> shards,
    IHostApplicationLifetime lifetime,
    ILogger<SubscriptionManager> log) : BackgroundService
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);

    private readonly Channel<string> _reauthorizations = Channel.CreateBounded<string>(
        new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropOldest });

    private PresenceSubscriptionPlan? _plan;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestEnd);
        try
        {
            await Task.WhenAll(shards.Select(shard => shard.EndAsync(limit.Token))).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The subscriptions end within the hour.
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The manager must not die; the failure is reported.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        hub.OnReauthorize = id => _reauthorizations.Writer.TryWrite(id);
        await StartedAsync(stoppingToken).ConfigureAwait(false);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                DateTimeOffset next = await StepAsync(stoppingToken).ConfigureAwait(false);
                await SleepAsync(next, stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (ObjectDisposedException)
            {
                // The watch or the client ends before the host.
                break;
            }
            catch (Exception e)
            {
                log.SubscriptionFailed("all", e.GetType().Name, hub.Options.PlanInterval.TotalSeconds);
                await Task.Delay(hub.Options.PlanInterval, hub.Options.TimeProvider, stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<DateTimeOffset> StepAsync(CancellationToken cancellationToken)
    {
        while (_reauthorizations.Reader.TryRead(out string? id))
        {
            foreach (WatcherShard shard in shards)
            {
                shard.NoteReauthorization(id);
            }
        }

        var plan = PresenceSubscriptionPlan.For(watch.Users, shards.Count, _plan);
        if (plan.Unplaced.Count > 0 && plan.Unplaced.Count != _plan?.Unplaced.Count)
        {
            log.Unplaced(plan.Unplaced.Count, shards.Count);
        }

        _plan = plan;
        for (int i = 0; i < shards.Count; i++)
        {
            await shards[i].SetUsersAsync(plan.Shards[i], cancellationToken).ConfigureAwait(false);
        }

        DateTimeOffset[] next = await Task.WhenAll(shards.Select(shard => shard.StepAsync(cancellationToken)))
            .ConfigureAwait(false);
        return next.Min();
    }

    private async Task SleepAsync(DateTimeOffset next, CancellationToken cancellationToken)
    {
        TimeProvider time = hub.Options.TimeProvider;
        TimeSpan left = next - time.GetUtcNow();
        TimeSpan wait = left < hub.Options.PlanInterval ? left : hub.Options.PlanInterval;
        using var turn = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // Timers count whole milliseconds: a shorter wait would end at once, and the loop would spin.
        var delay = Task.Delay(
            TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(wait.TotalMilliseconds, 0))), time, turn.Token);
        Task<bool> arrival = _reauthorizations.Reader.WaitToReadAsync(turn.Token).AsTask();
        await Task.WhenAny(delay, arrival).ConfigureAwait(false);
        await turn.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(delay, arrival).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task StartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration start = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
