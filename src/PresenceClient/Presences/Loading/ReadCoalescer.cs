using PresenceClient.Diagnostics;
using PresenceClient.Http;

namespace PresenceClient.Presences.Loading;

/// <summary>
/// Joins the reads of many callers into few requests; <c>readme.md</c> says what always holds. This part is what
/// callers do: they come, and they leave.
/// </summary>
internal sealed partial class ReadCoalescer
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, PendingRead> _pending = new(GuidComparer.Seeded);
    private readonly PresenceCache? _cache;
    private readonly ClientContext _context;
    private readonly TimeProvider _time;
    private readonly TimeSpan _maxGatherTime;
    private readonly ITimer _gatherTimer;

    public ReadCoalescer(ClientContext context, PresenceLoaderOptions options)
    {
        _context = context;
        _time = context.Time;
        _cache = options.MaxAge > TimeSpan.Zero ? new PresenceCache(options.MaxAge, options.Capacity) : null;
        _maxGatherTime = options.MaxGatherTime;
        _gatherTimer = CreateGatherTimer();
    }

    /// <summary>Reads a user: from the cache, with a read that is pending, or with one more.</summary>
    /// <param name="key">The user.</param>
    /// <param name="id">The user's id as the caller spells it.</param>
    /// <param name="notBefore">The moment, not in the future, that the read must be after; null for any.</param>
    /// <param name="cancellationToken">Cancels this call.</param>
    public Task<LoadedPresence> GetAsync(
        Guid key, string id, DateTimeOffset? notBefore, CancellationToken cancellationToken)
    {
        _context.Pipeline.ThrowIfDisposed();
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<LoadedPresence>(cancellationToken);
        }

        // The clock and its timers are somebody else's code, which has no business under the lock.
        DateTimeOffset now = _cache is null && notBefore is null ? default : _time.GetUtcNow();
        // So have those who listen to the counters.
        Arrival arrival;
        Task<LoadedPresence> answer;
        lock (_gate)
        {
            answer = Arrive(key, id, notBefore, now, out arrival, cancellationToken);
        }

        switch (arrival)
        {
            case Arrival.Remembered:
                Instruments.LoaderCacheHits.Add(1);
                break;
            case Arrival.Joined:
                Instruments.LoaderJoined.Add(1);
                break;
            case Arrival.StartsGathering:
                _gatherTimer.Change(_maxGatherTime, Timeout.InfiniteTimeSpan);
                break;
            default:
                break;
        }

        return answer;
    }

    /// <summary>A caller waits no longer. Who is the last for its user, or for a whole request, ends that.</summary>
    public void Leave(Waiter waiter)
    {
        lock (_gate)
        {
            PendingRead read = waiter.Read;
            ReadBatch batch = read.Batch;
            if (batch.Stage == BatchStage.Over)
            {
                return;
            }

            read.Remove(waiter);
            if (read.HasWaiters)
            {
                return;
            }

            Forget(read);
            batch.Drop(read);
            if (batch is { Stage: BatchStage.Sent, IsUnwanted: true })
            {
                // It holds nobody back from now on, however long the connection takes to notice.
                End(batch);
                batch.Abandon();
            }
        }
    }

    // A newer read of the same user, for a caller who may not join this one, stays pending.
    private void Forget(PendingRead read)
    {
        if (_pending.TryGetValue(read.Key, out PendingRead? latest) && latest == read)
        {
            _pending.Remove(read.Key);
        }
    }

    private Task<LoadedPresence> Arrive(
        Guid key, string id, DateTimeOffset? notBefore, DateTimeOffset now, out Arrival arrival,
        CancellationToken cancellationToken)
    {
        arrival = Arrival.Remembered;
        if (_cache?.Find(key, now, notBefore) is { } known)
        {
            return known;
        }

        arrival = Arrival.Joined;
        if (!_pending.TryGetValue(key, out PendingRead? read) || !read.Batch.Serves(notBefore, now))
        {
            read = Gather(key, id, out bool startsGathering);
            _pending[key] = read;
            arrival = startsGathering ? Arrival.StartsGathering : Arrival.Gathered;
        }

        var waiter = new Waiter(read);
        read.Add(waiter);

        // Last, since it leaves at once if the token was cancelled just now; here, so that who ends the read finds the
        // registration.
        waiter.Watch(cancellationToken);
        return waiter.Task;
    }

    // Sends what was gathered for long enough, though other requests are still under way.
    private ITimer CreateGatherTimer()
    {
        // A timer keeps the context of who makes it, and this one is nobody's in particular.
        using AsyncFlowControl flow = ExecutionContext.SuppressFlow();
        return _time.CreateTimer(static state =>
        {
            var coalescer = (ReadCoalescer)state!;
            lock (coalescer._gate)
            {
                coalescer.ScheduleGathered();
            }
        }, this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
