using PresenceClient.Http;
using PresenceClient.Presences.Watching;
using StackExchange.Redis;

namespace PresenceClient.Redis;

/// <summary>What the roles of a host have in common.</summary>
internal sealed class SharedHost : IDisposable
{
    /// <summary>How long keys stay when all hosts are gone. No personal data stays longer.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(2);

    // The answer to a renewal must leave time for the next one.
    private const int AnswersInALease = 5;

    public SharedHost(
        ClientContext client,
        WatchState state,
        PresenceWatchOptions watch,
        PresenceSharingOptions sharing,
        SharingKeys keys,
        IConnectionMultiplexer connection,
        StatusBoard board)
    {
        (Client, State, Watch, Sharing, Keys, Board) = (client, state, watch, sharing, keys, board);
        TimeSpan limit = sharing.Lease / AnswersInALease;
        Link = new RedisLink(connection, limit < LongestAnswer ? limit : LongestAnswer, client.Time);
        Lease = new Lease(Link, keys, sharing.Lease, client.Time);
        Inbox = new Inbox(client.Time);
        Feed = new WatchFeed(state, client);
        Pace = new PaceShare(client.Gate, sharing.FollowerPaceShare);
        Wants = new OwnWants(this);
        Outbox = new Outbox(this);
    }

    /// <summary>The name of this host in Redis.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    public ClientContext Client { get; }

    /// <summary>The state of the watch that this host's readers see.</summary>
    public WatchState State { get; }

    public PresenceWatchOptions Watch { get; }

    public PresenceSharingOptions Sharing { get; }

    public SharingKeys Keys { get; }

    public StatusBoard Board { get; }

    public RedisLink Link { get; }

    public Lease Lease { get; }

    public Inbox Inbox { get; }

    public Outbox Outbox { get; }

    public WatchFeed Feed { get; }

    public PaceShare Pace { get; }

    public OwnWants Wants { get; }

    public Task PublishAsync(byte[] message) =>
        Link.AskAsync(database => database.PublishAsync(Keys.Changes, message));

    public void Dispose()
    {
        Inbox.Dispose();
        Feed.Dispose();
    }
}
