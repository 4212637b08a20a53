using StackExchange.Redis;

namespace PresenceClient.Redis;

/// <content>The beginning of the term, and the writes.</content>
internal sealed partial class Leader
{
    // As many plain states as fit into a message.
    private const int MostStates = 500;

    private Head _head;
    private long _sweepStart;
    private long _troubleStart;
    private int _entries;
    private bool _isRefused;

    // False if the lease is lost.
    private async Task<bool> BeginAsync()
    {
        HeadReading before = await HeadReading.ReadAsync(_host).ConfigureAwait(false);
        if (before.Hold is { } hold)
        {
            _host.Client.Gate.HoldBack(hold);
        }

        await _hosts.ReadAsync().ConfigureAwait(false);
        _users = _hosts.Union();
        _poller.SetUsers([.. _users.Select(static id => id.ToString())]);
        RedisValue last = await _host.Link.AskAsync(
            database => database.StringGetAsync(_host.Keys.Epoch)).ConfigureAwait(false);
        long epoch = Math.Max(last.TryParse(out long number) ? number : 0, _host.Board.Status.Epoch) + 1;
        _head = new Head
        {
            Term = new Term(epoch, BitConverter.ToInt64(Guid.NewGuid().ToByteArray())),
            Hosts = _hosts.Count,
            Interval = _host.Watch.Interval,
            SweepAge = before.Head?.SweepAge,
            SweepDuration = before.Head?.SweepDuration ?? TimeSpan.Zero,
            SweepUsers = before.Head?.SweepUsers ?? 0,
        };
        _sweepStart = TimestampOf((before.Head?.SweepAge ?? TimeSpan.Zero) + before.Age);
        Confirm();
        await SeedAsync().ConfigureAwait(false);
        bool isLeader = await WriteAsync((write, ignore) =>
        {
            ignore(write.StringSetAsync(_host.Keys.Epoch, epoch, SharedHost.Retention));
            ignore(write.PublishAsync(_host.Keys.Changes, MessageCodec.Progress(Aged())));
        }).ConfigureAwait(false);
        if (isLeader)
        {
            _host.Board.SetRole(PresenceSharingRole.Leader);
            SharingMetrics.TookOver(_host.Board);
            _host.Client.Log.Leads(_hosts.Count, epoch);
        }

        return isLeader;
    }

    // The states in Redis come first, so that the poller finds only what differs from them. Then those that this host
    // knows: what is newer is a change, or Redis has lost it.
    private async Task SeedAsync()
    {
        DateTimeOffset readAt = _host.Feed.Now - SinceStamp(_sweepStart);
        RedisValue[] fields = await _host.Link.AskAsync(
            database => database.HashKeysAsync(_host.Keys.State)).ConfigureAwait(false);
        _entries = fields.Length;
        Guid[] stored = [.. fields.Select(static field => new Guid((byte[])field!))];
        await StateReading.ReadAsync(_host, stored.Where(_users.Contains), (id, state) =>
        {
            var read = new ReadState(id.ToString(), state.Presence, readAt);
            _poller.Take(read);
            _host.Feed.Take(read);
        }).ConfigureAwait(false);
        _host.Feed.Announce();
        Open();
        foreach ((string id, UserPresence? presence, DateTimeOffset at) in _host.State.KnownStates())
        {
            _poller.Take(new ReadState(id, presence, at));
        }

        _unwanted = [.. stored.Where(id => !_users.Contains(id))];
    }

    private Guid[] _unwanted = [];

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
            _entries += entries.Length;
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

    private Task<bool> RemoveAsync(Guid[] ids)
    {
        RedisValue[] fields = [.. ids.Select(static id => (RedisValue)id.ToByteArray())];
        _entries -= fields.Length;
        return fields.Length == 0 ? Task.FromResult(true) : WriteAsync((write, ignore) =>
            ignore(write.HashDeleteAsync(_host.Keys.State, fields)));
    }

    private Task<bool> WriteHeadAsync() => WriteAsync((write, ignore) =>
        ignore(write.KeyExpireAsync(_host.Keys.State, SharedHost.Retention)));

    // Each write has the head, so that the two never differ. Redis refuses it when another host has the lease.
    private async Task<bool> WriteAsync(Action<ITransaction, Action<Task>> write)
    {
        _head = _head with { Hosts = _hosts.Count, IsRefused = _isRefused };
        var head = new ByteWriter();
        Aged().Write(head);
        byte[] bytes = head.ToArray();
        return _host.Lease.IsHeld && await _host.Link.WriteAsync(_host.Keys, _host.Lease.Token, (transaction, ignore) =>
        {
            ignore(transaction.StringSetAsync(_host.Keys.Head, bytes, SharedHost.Retention));
            write(transaction, ignore);
        }).ConfigureAwait(false);
    }

    private Head Aged() => _head with
    {
        SweepAge = _head.SweepAge is null ? null : SinceStamp(_sweepStart),
        TroubleAge = _head.Failure is null ? TimeSpan.Zero : SinceStamp(_troubleStart),
    };

    private TimeSpan SinceStamp(long timestamp) => _host.Client.Time.GetElapsedTime(timestamp);

    private long TimestampOf(TimeSpan age) =>
        _host.Client.Time.GetTimestamp() - (long)(age.TotalSeconds * _host.Client.Time.TimestampFrequency);
}
