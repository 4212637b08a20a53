using StackExchange.Redis;

namespace PresenceClient.Redis;

/// <summary>
/// The keys of one group of hosts. They have the same hash tag, so that a Redis cluster keeps them in one place, where
/// a transaction can change all of them.
/// </summary>
/// <param name="scope">The cloud, tenant and application, or the key that the host has set.</param>
internal sealed class SharingKeys(string scope)
{
    private readonly string _tag = $"{{presence:{scope}}}";

    /// <summary>The token of the leader.</summary>
    public RedisKey Lease => _tag + ":lease";

    /// <summary>The number of the last term.</summary>
    public RedisKey Epoch => _tag + ":epoch";

    /// <summary>A <see cref="Redis.Head"/>.</summary>
    public RedisKey Head => _tag + ":head";

    /// <summary>A hash: the id of a user to a <see cref="StoredState"/>.</summary>
    public RedisKey State => _tag + ":state";

    /// <summary>The packed ids of the users that the last sweep could not read.</summary>
    public RedisKey Unread => _tag + ":unread";

    /// <summary>A hash: the id of a host to the revision of what it wants.</summary>
    public RedisKey Hosts => _tag + ":hosts";

    /// <summary>Exists while the service throttles.</summary>
    public RedisKey Hold => _tag + ":hold";

    public RedisChannel Changes => RedisChannel.Literal(_tag + ":changes");

    /// <summary>The packed ids of the users that a host wants. Exists while the host lives.</summary>
    public RedisKey Want(Guid host) => $"{_tag}:want:{host:N}";
}
