using PresenceClient.Http;

namespace PresenceClient.Presences.Loading;

/// <content>Gathers users into batches and schedules the batches. All members are called under the lock.</content>
internal sealed partial class ReadCoalescer
{
    // Two halves a step find one user among 650 in 20 requests.
    private const int MostSearchesWithoutAnswer = 24;

    // Enough to find five users of 650, or half of the users of a small batch.
    private const int MostSearches = 96;

    private ReadBatch? _gathering;

    // Batches that are scheduled or sent.
    private int _underWay;

    private PendingRead Gather(Guid key, string id, out bool startsGathering)
    {
        ReadBatch batch = _gathering ??= new ReadBatch(this);
        var read = new PendingRead(key, id);
        batch.Add(read);
        bool full = batch.Reads.Count == ChunkRead.Limit;
        if (full)
        {
            _gathering = null;
        }

        if (batch.Stage == BatchStage.Gathering && (full || _underWay == 0))
        {
            Schedule(batch);
        }

        startsGathering = batch.Stage == BatchStage.Gathering && batch.Reads.Count == 1;
        return read;
    }

    private void ScheduleGathered()
    {
        if (_gathering is { Stage: BatchStage.Gathering, Reads.Count: > 0 } batch)
        {
            Schedule(batch);
        }
    }

    // The request is created on the thread pool: no caller pays for the work of the others, and no caller's context
    // flows into it. The batch accepts users until the pool runs it.
    private void Schedule(ReadBatch batch)
    {
        batch.Stage = BatchStage.Scheduled;
        _underWay++;
        ThreadPool.UnsafeQueueUserWorkItem(batch, preferLocal: false);
    }

    // Splits a batch that the service rejects, so that only the callers of rejected users fail.
    private bool TrySplit(ReadBatch batch)
    {
        PendingRead[] wanted = [.. batch.Reads.Where(static read => read.HasWaiters)];
        RefusalSearch search = batch.Search ?? new RefusalSearch(MostSearchesWithoutAnswer, MostSearches);
        PendingRead[][] halves = [.. wanted.Chunk((wanted.Length + 1) / 2)];
        if (batch.Reads.Count == 1 || !search.TryTake(halves.Length))
        {
            return false;
        }

        foreach (PendingRead[] half in halves)
        {
            var part = new ReadBatch(this, search);
            foreach (PendingRead read in half)
            {
                part.Add(read);
            }

            Schedule(part);
        }

        End(batch);
        return true;
    }

    private void End(ReadBatch batch)
    {
        batch.Stage = BatchStage.Over;
        if (--_underWay == 0)
        {
            ScheduleGathered();
        }
    }
}
