using PresenceClient.Diagnostics;
using PresenceClient.Http;

namespace PresenceClient.Presences.Loading;

/// <summary>
/// Combines the reads of many callers into few requests. <c>readme.md</c> lists the invariants. This part handles
/// callers that arrive and leave.
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

    /// <summary>Reads a user from the cache, with a pending read, or with a new read.</summary>
    /// <param name="key">The user.</param>
    /// <param name="id">The user's id, spelled as the caller passed it.</param>
    /// <param name="notBefore">The time, not in the future, after which the read must begin; null for any.</param>
    /// <param name="cancellationToken">Cancels this call.</param>
    public Task<LoadedPresence> GetAsync(
        Guid key, string id, DateTimeOffset? notBefore, CancellationToken cancellationToken)
    {
        _context.Pipeline.ThrowIfDisposed();
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<LoadedPresence>(cancellationToken);
        }

        // The clock and its timers are foreign code, which must not run under the lock.
        DateTimeOffset now = _cache is null && notBefore is null ? default : _time.GetUtcNow();
        // The same applies to the listeners of the counters.
        Arrival arrival;
        Task<LoadedPresence> answer;
        lock (_gate)
        {
            answer = Arrive(key, id, notBefore, now, out arrival, cancellationToken);
        }

        switch (arrival)
        {
            case Arrival.Remembered:
                Instruments.Loader.CacheHits.Add(1);
                break;
            case Arrival.Joined:
                Instruments.Loader.Joined.Add(1);
                break;
            case Arrival.StartsGathering:
                _gatherTimer.Change(_maxGatherTime, Timeout.InfiniteTimeSpan);
                break;
            default:
                break;
        }

        return answer;
    }

    /// <summary>Removes a caller that was cancelled. The last caller of a user, or of a request, ends it.</summary>
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
                // From here on it delays no other caller, even if the connection is slow to react.
                End(batch);
                batch.Abandon();
            }
        }
    }

    // A newer read of the same user, for a caller that could not join this one, stays pending.
    private void Forget(PendingRead read)
    {
        if (_pending.GetValueOrDefault(read.Key) == read)
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

        // This is the last step, because the waiter leaves at once if the token was just cancelled. It is under the
        // lock, so that the thread that ends the read finds the registration.
        waiter.Watch(cancellationToken);
        return waiter.Task;
    }

    // Sends a batch that has gathered long enough, even if other requests are in flight.
    private ITimer CreateGatherTimer()
    {
        // A timer captures the context of its creator, but this timer serves all callers.
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
