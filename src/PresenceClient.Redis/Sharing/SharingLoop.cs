using System.Diagnostics.CodeAnalysis;
using PresenceClient.Http;
using PresenceClient.Presences.Watching;

namespace PresenceClient.Redis;

/// <summary>
/// The source of a shared watch: the host leads, follows, or does without Redis, one after the other. All of it runs in
/// one task; only the poller's reads run in parallel.
/// </summary>
internal sealed class SharingLoop : IWatchSource
{
    private readonly SharedHost _host;
    private readonly CancellationToken _stop;
    private readonly Task _running;

    public SharingLoop(SharedHost host, CancellationToken stop)
    {
        (_host, _stop) = (host, stop);
        host.Feed.SetInterval(host.Watch.Interval);
        host.Client.Gate.Throttled += host.Outbox.NoteHold;
        SharingMetrics.Add(host.Board);

        // The loop serves all callers, so it must not run in the trace or the culture of the one that made the watch.
        using AsyncFlowControl flow = ExecutionContext.SuppressFlow();
        _running = Task.Run(RunAsync, CancellationToken.None);
    }

    public void Wake() => _host.Inbox.Signal();

    public void Learned(string id, UserPresence? presence, DateTimeOffset observedAt) =>
        _host.Outbox.NoteLearned(new ReadState(id, presence, observedAt));

    public async ValueTask DisposeAsync()
    {
        Wake();
        await _running.ConfigureAwait(false);
        _host.Client.Gate.Throttled -= _host.Outbox.NoteHold;
        _host.Pace.End();
        SharingMetrics.Remove(_host.Board);
        _host.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                if (await ShareAsync().ConfigureAwait(false) is { } failure && !_stop.IsCancellationRequested)
                {
                    await BeAloneAsync(failure).ConfigureAwait(false);
                }
            }
        }
        catch (ObjectDisposedException disposed)
        {
            // The client is gone: there is nothing to read with.
            _host.Feed.Refuse(disposed);
        }

        await LeaveAsync().ConfigureAwait(false);
    }

    // Returns why the host cannot go on with Redis.
    [SuppressMessage("Design", "CA1031", Justification = "The loop must not die; the failure is reported.")]
    private async Task<Exception?> ShareAsync()
    {
        try
        {
            await _host.Lease.ReleaseAsync().ConfigureAwait(false);
            await _host.Inbox.SubscribeAsync(_host.Link, _host.Keys.Changes).ConfigureAwait(false);
            await _host.Wants.PublishAsync().ConfigureAwait(false);
            while (!_stop.IsCancellationRequested)
            {
                if (!await _host.Lease.TryTakeAsync().ConfigureAwait(false))
                {
                    await FollowAsync().ConfigureAwait(false);
                }

                if (_host.Lease.IsHeld)
                {
                    await LeadAsync().ConfigureAwait(false);
                }
            }

            return null;
        }
        catch (Exception e) when (e is not ObjectDisposedException)
        {
            return e;
        }
    }

    private async Task FollowAsync()
    {
        if (_host.Board.SetRole(PresenceSharingRole.Follower))
        {
            _host.Client.Log.Follows();
        }

        using var follower = new Follower(_host, _stop);
        await follower.RunAsync().ConfigureAwait(false);
    }

    private async Task LeadAsync()
    {
        var leader = new Leader(_host, _stop);
        await using (leader.ConfigureAwait(false))
        {
            if (await leader.RunAsync().ConfigureAwait(false))
            {
                _host.Client.Log.LostLease();
                await _host.Lease.ReleaseAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task BeAloneAsync(Exception failure)
    {
        if (_host.Board.SetRole(PresenceSharingRole.Alone, failure.Message))
        {
            _host.Client.Log.Alone(ErrorType.Of(failure.InnerException ?? failure));
        }

        var alone = new LoneHost(_host, _stop);
        await using (alone.ConfigureAwait(false))
        {
            await alone.RunAsync().ConfigureAwait(false);
        }
    }

    // The next leader starts at once.
    private async Task LeaveAsync()
    {
        try
        {
            await _host.Wants.RemoveAsync().ConfigureAwait(false);
            if (await _host.Lease.ReleaseAsync().ConfigureAwait(false))
            {
                await _host.PublishAsync(MessageCodec.Free()).ConfigureAwait(false);
            }
        }
        catch (RedisLostException)
        {
            // The lease ends by itself, and so do the keys.
        }

        await _host.Inbox.UnsubscribeAsync(_host.Link).ConfigureAwait(false);
    }
}
