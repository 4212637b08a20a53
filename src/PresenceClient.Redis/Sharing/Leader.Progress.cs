using StackExchange.Redis;

namespace PresenceClient.Redis;

/// <content>How the leader passes on what the poller learns.</content>
internal sealed partial class Leader
{
    // Passes on what the poller has learned. False if the lease is lost.
    private async Task<bool> PassOnAsync()
    {
        if (_unwanted.Length > 0)
        {
            Guid[] unwanted = _unwanted;
            _unwanted = [];
            if (!await RemoveAsync(unwanted).ConfigureAwait(false))
            {
                return false;
            }
        }

        if (_isRefused)
        {
            return true;
        }

        try
        {
            return await PassOnChangesAsync().ConfigureAwait(false);
        }
        catch (PresenceException refusal)
        {
            return await RefuseAsync(refusal).ConfigureAwait(false);
        }
    }

    private async Task<bool> PassOnChangesAsync()
    {
        // Before the changes are taken, so that all changes of a sweep are written before its end.
        bool hasProgress = _poller.TryTakeProgress(out bool isSweep);
        while (_poller.TakeChanges(MostStates) is { Count: > 0 } changes)
        {
            if (!await WriteChangesAsync(changes).ConfigureAwait(false)
                || (_host.Lease.UntilRenewal == TimeSpan.Zero && !await RenewAsync().ConfigureAwait(false)))
            {
                return false;
            }
        }

        return !hasProgress || await WriteProgressAsync(isSweep).ConfigureAwait(false);
    }

    private async Task<bool> WriteChangesAsync(List<ReadState> changes)
    {
        DateTimeOffset now = _host.Feed.Now;
        SharedState[] states = [.. changes.Select(read => new SharedState(
            Guid.Parse(read.Id), read.Presence, now - read.At))];
        _head = _head with { Version = _head.Version + 1 };
        HashEntry[] entries = [.. states.Select(state => new HashEntry(state.Id.ToByteArray(),
            new StoredState(_head.Term.Nonce, _head.Version, state.Presence).ToBytes()))];
        byte[] message = MessageCodec.Changes(_head.Term, _head.Version, states);
        bool isWritten = await WriteAsync((write, ignore) =>
        {
            ignore(write.HashSetAsync(_host.Keys.State, entries));
            ignore(write.KeyExpireAsync(_host.Keys.State, SharedHost.Retention));
            ignore(write.PublishAsync(_host.Keys.Changes, message));
        }).ConfigureAwait(false);
        if (isWritten)
        {
            _stored.UnionWith(states.Select(static state => state.Id));
            changes.ForEach(read => _host.Feed.Take(read));
            _host.Feed.Announce();
        }

        return isWritten;
    }

    private async Task<bool> WriteProgressAsync(bool isSweep)
    {
        PresenceWatchStatus status = _poller.Status;
        _troubleStart = _head.Failure is null ? _host.Client.Time.GetTimestamp() : _troubleStart;
        _head = _head with { Interval = status.Interval, Failure = status.Failure };
        HashSet<string> unread = [];
        if (isSweep)
        {
            _sweepStart = TimestampOf(status.LastSweepDuration);
            unread = _poller.UnreadUsers();
            _head = _head with
            {
                Sweeps = _head.Sweeps + 1,
                SweepAge = status.LastSweepDuration,
                SweepDuration = status.LastSweepDuration,
                SweepUsers = status.LastSweepUsers,
                Unread = unread.Count,
            };
        }

        byte[] packed = PackedIds.Pack([.. unread.Select(Guid.Parse)]);
        bool isWritten = await WriteAsync((write, ignore) =>
        {
            if (packed.Length > 0)
            {
                ignore(write.StringSetAsync(_host.Keys.Unread, packed, SharedHost.Retention));
            }

            ignore(write.PublishAsync(_host.Keys.Changes, MessageCodec.Progress(Aged())));
        }).ConfigureAwait(false);
        if (isWritten)
        {
            ShowProgress(status, isSweep, unread);
        }

        return isWritten;
    }

    private void ShowProgress(PresenceWatchStatus status, bool isSweep, HashSet<string> unread)
    {
        DateTimeOffset now = _host.Feed.Now;
        _host.Feed.SetInterval(status.Interval);
        _host.Feed.SetTrouble(status.Failure, now - SinceStamp(_troubleStart));
        if (isSweep)
        {
            _host.Feed.EndSweep(now - SinceStamp(_sweepStart), status.LastSweepDuration, status.LastSweepUsers, unread);
        }
    }

    // The service refuses reads: the readers of all hosts end, and a new reader of any host starts a new try.
    private async Task<bool> RefuseAsync(PresenceException refusal)
    {
        (_isRefused, _arrivals) = (true, TotalArrivals);
        _troubleStart = _head.Failure is null ? _host.Client.Time.GetTimestamp() : _troubleStart;
        _head = _head with { Failure = refusal, Refusals = _head.Refusals + 1, IsRefused = true };
        bool isWritten = await WriteAsync((write, ignore) =>
            ignore(write.PublishAsync(_host.Keys.Changes, MessageCodec.Progress(Aged())))).ConfigureAwait(false);
        _host.Feed.SetTrouble(refusal, _host.Feed.Now);
        _host.Feed.Refuse(refusal);
        return isWritten;
    }
}
