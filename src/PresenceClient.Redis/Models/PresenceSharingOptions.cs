using StackExchange.Redis;

namespace PresenceClient;

/// <summary>Options of a watch that is shared through Redis. They are read once, when the host starts.</summary>
public sealed class PresenceSharingOptions
{
    /// <summary>
    /// Returns the connection to Redis. It stays the host's: it is neither changed nor disposed. Set
    /// <c>AbortOnConnectFail</c> to false in its configuration, so that the host starts while Redis is down.
    /// </summary>
    /// <value>Default: null, which is the <see cref="IConnectionMultiplexer"/> of the container.</value>
    public Func<IServiceProvider, IConnectionMultiplexer>? Connection { get; set; }

    /// <summary>
    /// How long a leader may be silent before another host takes over. The leader extends its lease in every third of
    /// this time.
    /// </summary>
    /// <value>Default: 15 seconds. From 1 second to 5 minutes.</value>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>What the host does while it cannot reach Redis.</summary>
    /// <value>Default: <see cref="RedisLost.PollAlone"/>.</value>
    public RedisLost OnRedisLost { get; set; }

    /// <summary>
    /// The name of the group of hosts that share. All of them must read with the same identity, because what one person
    /// may see is not for everybody.
    /// </summary>
    /// <value>
    /// Default: null, which is the cloud, tenant and application of the client. It requires an application's credential
    /// in the client's options: a client secret, a certificate or a workload identity. Up to 200 letters, digits and
    /// the characters <c>- _ . :</c>.
    /// </value>
    public string? Key { get; set; }

    /// <summary>
    /// The share of the client's pace (<see cref="PresenceClientOptions.MaxRequestsPer30Seconds"/>) that is left to the
    /// hosts that do not lead, for their own calls. They divide it evenly.
    /// </summary>
    /// <value>Default: 0.2. More than 0, less than 1.</value>
    public double FollowerPaceShare { get; set; } = 0.2;
}
