namespace PresenceClient.Presences.Loading;

/// <content>How users gather to batches, and when a batch is sent. All of it is called under the lock.</content>
internal sealed partial class ReadCoalescer
{
    private ReadBatch? _gathering;

    // Batches that are scheduled or sent.
    private int _underWay;

    private PendingRead Gather(Guid key, string id, out bool startsGathering)
    {
        ReadBatch batch = _gathering ??= new ReadBatch(this);
        PendingRead read = new(key, id, batch);
        batch.Add(read);
        bool full = batch.Reads.Count == ChunkRead.Limit;
        if (full)
        {
            _gathering = null;
        }

        bool waits = batch.Stage == BatchStage.Gathering;
        if (waits && (full || _underWay == 0))
        {
            Schedule(batch);
            waits = false;
        }

        startsGathering = waits && batch.Reads.Count == 1;
        return read;
    }

    private void ScheduleGathered()
    {
        if (_gathering is { Stage: BatchStage.Gathering, Reads.Count: > 0 } batch)
        {
            Schedule(batch);
        }
    }

    // The request is made on the pool: no caller pays for that of all, nor lends it a context. Until the pool gets to
    // it, the batch takes more users.
    private void Schedule(ReadBatch batch)
    {
        batch.Stage = BatchStage.Scheduled;
        _underWay++;
        ThreadPool.UnsafeQueueUserWorkItem(batch, preferLocal: false);
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
