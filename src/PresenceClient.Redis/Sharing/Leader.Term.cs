using StackExchange.Redis;

namespace PresenceClient.Redis;

/// <content>The beginning of the term.</content>
internal sealed partial class Leader
{
    // Users in Redis whom no host wants any more.
    private Guid[] _unwanted = [];

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
        _stored.UnionWith(fields.Select(static field => new Guid((byte[])field!)));
        await StateReading.ReadAsync(_host, _stored.Where(_users.Contains), (id, state) =>
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

        _unwanted = [.. _stored.Where(id => !_users.Contains(id))];
    }
}
