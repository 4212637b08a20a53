using StackExchange.Redis;

namespace PresenceClient.Redis;

/// <content>What the leader writes.</content>
internal sealed partial class Leader
{
    // As many plain states as fit into a message.
    private const int MostStates = 500;

    // The users whose states are in Redis.
    private readonly HashSet<Guid> _stored = [];
    private Head _head;
    private long _sweepStart;
    private long _troubleStart;
    private bool _isRefused;

    private Task<bool> RemoveAsync(Guid[] ids)
    {
        RedisValue[] fields = [.. ids.Select(static id => (RedisValue)id.ToByteArray())];
        _stored.ExceptWith(ids);
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
