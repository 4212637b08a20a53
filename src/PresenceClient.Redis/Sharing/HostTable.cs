using StackExchange.Redis;

namespace PresenceClient.Redis;

/// <summary>What the other hosts want, as the leader knows it.</summary>
internal sealed class HostTable(SharedHost host)
{
    private readonly Dictionary<Guid, (byte[] Revision, HashSet<Guid> Ids)> _hosts = [];
    private readonly Dictionary<Guid, long> _arrivals = [];

    /// <summary>How many hosts share, this one included.</summary>
    public int Count => _hosts.Count + 1;

    /// <summary>Grows whenever a host has a new reader.</summary>
    public long Arrivals { get; private set; }

    /// <summary>The users that any host wants.</summary>
    public HashSet<Guid> Union()
    {
        HashSet<Guid> union = host.Wants.Ids();
        foreach ((_, HashSet<Guid> ids) in _hosts.Values)
        {
            union.UnionWith(ids);
        }

        return union;
    }

    /// <summary>Reads what has changed, and forgets hosts that are gone.</summary>
    /// <returns>Whether anything has changed.</returns>
    public async Task<bool> ReadAsync()
    {
        HashEntry[] entries = await host.Link.AskAsync(
            database => database.HashGetAllAsync(host.Keys.Hosts)).ConfigureAwait(false);
        bool hasChanged = false;
        HashSet<Guid> listed = [];
        foreach (HashEntry entry in entries)
        {
            var id = new Guid((byte[])entry.Name!);
            if (id != host.Id && await ReadAsync(id, (byte[])entry.Value!, entry.Name).ConfigureAwait(false)
                is { } isNews)
            {
                listed.Add(id);
                hasChanged |= isNews;
            }
        }

        foreach (Guid gone in _hosts.Keys.Where(id => !listed.Contains(id)).ToList())
        {
            hasChanged = true;
            _hosts.Remove(gone);
            _arrivals.Remove(gone);
        }

        return hasChanged;
    }

    // Whether there is news of a host; null if it is gone.
    private async Task<bool?> ReadAsync(Guid id, byte[] revision, RedisValue field)
    {
        bool isKnown = _hosts.TryGetValue(id, out (byte[] Revision, HashSet<Guid> Ids) known)
            && known.Revision.AsSpan().SequenceEqual(revision);
        if (isKnown && await host.Link.AskAsync(database => database.KeyExistsAsync(host.Keys.Want(id)))
            .ConfigureAwait(false))
        {
            return false;
        }

        RedisValue packed = isKnown ? RedisValue.Null : await host.Link.AskAsync(
            database => database.StringGetAsync(host.Keys.Want(id))).ConfigureAwait(false);
        if ((byte[]?)packed is not { } ids)
        {
            await host.Link.AskAsync(database => database.HashDeleteAsync(host.Keys.Hosts, field))
                .ConfigureAwait(false);
            return null;
        }

        _hosts[id] = (revision, PackedIds.Unpack(ids));
        NoteArrivals(id, revision);
        return true;
    }

    private void NoteArrivals(Guid id, byte[] revision)
    {
        var reader = new ByteReader(revision);
        long arrivals = reader.Number();
        if (arrivals > _arrivals.GetValueOrDefault(id))
        {
            Arrivals++;
        }

        _arrivals[id] = arrivals;
    }
}
