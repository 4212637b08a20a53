using StackExchange.Redis;

namespace PresenceClient.Redis;

/// <summary>
/// A host that follows: it lists the states of its users, then listens to changes. A gap makes it list again, so the
/// channel may lose any message. <c>readme.md</c> lists the invariants.
/// </summary>
internal sealed partial class Follower(SharedHost host, CancellationToken stop) : IDisposable
{
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(5);

    // A message can be on its way when the head is read. A list is only needed if it does not come.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private const int LooksInALease = 3;

    private readonly HashSet<Guid> _older = [];
    private bool _mustList = true;
    private bool _isFree;
    private Term _term;
    private long _version;
    private long? _behind;

    // No message up to this version is newer than what was read from Redis.
    private long _floor;
    private long _lookAt;

    private TimeSpan Look =>
        host.Sharing.Lease / LooksInALease is var look && look < LongestLook ? look : LongestLook;

    private TimeSpan UntilLook => (_behind is null ? Look : Patience)
        - host.Client.Time.GetElapsedTime(_lookAt) is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    /// <summary>Follows until this host has the lease.</summary>
    /// <exception cref="RedisLostException">Redis is lost.</exception>
    public async Task RunAsync()
    {
        host.Link.Restored += OnRestored;
        host.Pace.Follow(Math.Max(host.Board.Status.Hosts, 2));
        await TakeHeadAsync().ConfigureAwait(false);
        while (!stop.IsCancellationRequested)
        {
            await TakeMessagesAsync().ConfigureAwait(false);
            await host.Outbox.PublishHoldsAsync().ConfigureAwait(false);
            await PublishLearnedAsync().ConfigureAwait(false);
            if (_mustList)
            {
                await ListAsync().ConfigureAwait(false);
                continue;
            }

            if (host.Wants.HaveChanged)
            {
                await host.Wants.PublishAsync().ConfigureAwait(false);
                await ReadNewUsersAsync().ConfigureAwait(false);
            }

            if ((_isFree || UntilLook == TimeSpan.Zero) && await LookAsync().ConfigureAwait(false))
            {
                return;
            }

            await host.Inbox.WaitAsync(UntilLook).ConfigureAwait(false);
        }
    }

    public void Dispose() => host.Link.Restored -= OnRestored;

    // The connection asks for a list too, on another thread: its wish is never overwritten with false.
    private void ListIf(bool mustList)
    {
        if (mustList)
        {
            Volatile.Write(ref _mustList, true);
        }
    }

    private void OnRestored(object? sender, ConnectionFailedEventArgs e)
    {
        ListIf(true);
        host.Inbox.Signal();
    }

    // Tries to take the lease, shows that this host lives, and looks whether messages were lost.
    private async Task<bool> LookAsync()
    {
        _isFree = false;
        _lookAt = host.Client.Time.GetTimestamp();
        if (await host.Lease.TryTakeAsync().ConfigureAwait(false))
        {
            return true;
        }

        await host.Wants.RefreshAsync().ConfigureAwait(false);
        await TakeHeadAsync().ConfigureAwait(false);
        if (_older.Count > 0 && !_mustList)
        {
            Guid[] older = [.. _older];
            _older.Clear();
            await ReadAsync(older).ConfigureAwait(false);
        }

        return false;
    }

    private async Task TakeHeadAsync()
    {
        HeadReading reading = await HeadReading.ReadAsync(host).ConfigureAwait(false);
        if (reading.Hold is { } hold)
        {
            host.Client.Gate.HoldBack(hold);
        }

        if (reading.Head is { } head)
        {
            bool isLate = _behind is { } version && _version < version;
            _behind = head.Term == _term && head.Version > _version ? head.Version : null;
            ListIf(head.Term != _term || (isLate && _behind is not null));
            await ApplyAsync(head, reading.Age).ConfigureAwait(false);
        }
    }

    private async Task PublishLearnedAsync()
    {
        while (host.Outbox.TryTakeLearned(out ReadState learned))
        {
            TimeSpan age = host.Feed.Now - learned.At;
            await host.PublishAsync(MessageCodec.Report(
                host.Id, new SharedState(Guid.Parse(learned.Id), learned.Presence, age))).ConfigureAwait(false);
        }
    }
}
