using StackExchange.Redis;

namespace PresenceClient.Redis;

/// <summary>The users that this host wants, and their key in Redis, which also shows that the host lives.</summary>
internal sealed class OwnWants(SharedHost host)
{
    private const int LivesInLeases = 2;

    private (long Set, long Arrivals, bool IsWanted)? _published;

    /// <summary>Grows with each new reader: a refused leader tries again.</summary>
    public long Arrivals => host.State.Arrivals;

    /// <summary>
    /// Whether what this host wants has changed since the last <see cref="PublishAsync"/>, whose caller acts on it.
    /// </summary>
    public bool HaveChanged => _published != Current();

    private TimeSpan Life => host.Sharing.Lease * LivesInLeases;

    /// <summary>The ids of the users that this host wants: none while no one reads.</summary>
    public HashSet<Guid> Ids() => IsWanted ? [.. host.State.Snapshot().Select(Guid.Parse)] : [];

    /// <summary>Whether this host wants anything.</summary>
    public bool IsWanted => host.Watch.Polling == PresenceWatchPolling.Always || host.State.IsWanted;

    /// <summary>Writes the users, and tells the leader.</summary>
    public async Task PublishAsync() => _published = await WriteAsync().ConfigureAwait(false);

    /// <summary>Shows that the host lives. Writes everything again if Redis has lost it.</summary>
    public async Task RefreshAsync()
    {
        (bool isThere, bool isListed) = await host.Link.AskAsync(async database =>
        {
            Task<bool> extended = database.KeyExpireAsync(host.Keys.Want(host.Id), Life);
            Task<bool> listed = database.HashExistsAsync(host.Keys.Hosts, Field);
            Task<bool> kept = database.KeyExpireAsync(host.Keys.Hosts, SharedHost.Retention);
            await Task.WhenAll(extended, listed, kept).ConfigureAwait(false);
            return (await extended.ConfigureAwait(false), await listed.ConfigureAwait(false));
        }).ConfigureAwait(false);
        if (!isThere || !isListed)
        {
            await WriteAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Removes the host.</summary>
    public Task RemoveAsync() => host.Link.AskAsync(async database =>
    {
        await database.KeyDeleteAsync(host.Keys.Want(host.Id)).ConfigureAwait(false);
        return await database.HashDeleteAsync(host.Keys.Hosts, Field).ConfigureAwait(false);
    });

    // The revision is taken before the users: users who are added in between have a revision of their own.
    private async Task<(long Set, long Arrivals, bool IsWanted)> WriteAsync()
    {
        (long Set, long Arrivals, bool IsWanted) current = Current();
        byte[] packed = PackedIds.Pack(Ids());
        await host.Link.AskAsync(async database =>
        {
            IBatch batch = database.CreateBatch();
            Task[] writes =
            [
                batch.StringSetAsync(host.Keys.Want(host.Id), packed, Life),
                batch.HashSetAsync(host.Keys.Hosts, [Entry(current)]),
                batch.KeyExpireAsync(host.Keys.Hosts, SharedHost.Retention),
                batch.PublishAsync(host.Keys.Changes, MessageCodec.Want(host.Id)),
            ];
            batch.Execute();
            await Task.WhenAll(writes).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        return current;
    }

    private RedisValue Field => host.Id.ToByteArray();

    private (long Set, long Arrivals, bool IsWanted) Current() => (host.State.SetVersion, Arrivals, IsWanted);

    // Differs whenever the wants or the arrivals differ.
    private HashEntry Entry((long Set, long Arrivals, bool IsWanted) current)
    {
        var revision = new ByteWriter();
        revision.Number(current.Arrivals);
        revision.Number(current.Set);
        revision.Byte(current.IsWanted ? (byte)1 : (byte)0);
        return new HashEntry(Field, revision.ToArray());
    }
}
