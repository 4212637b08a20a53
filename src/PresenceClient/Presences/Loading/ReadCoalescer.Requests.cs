using System.Diagnostics.CodeAnalysis;

namespace PresenceClient.Presences.Loading;

/// <content>A batch's request and its answer.</content>
internal sealed partial class ReadCoalescer
{
    /// <summary>Sends a batch and ends it; whatever goes wrong is its callers' failure.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "What is not passed on to the callers leaves them waiting.")]
    public async Task RunAsync(ReadBatch batch)
    {
        if (!TryBegin(batch))
        {
            return;
        }

        var found = new UserPresence?[batch.Reads.Count];
        PresenceException? failure = null;
        try
        {
            string[] ids = [.. batch.Reads.Select(static read => read.Id)];
            await ChunkRead.ReadAsync(_pipeline, ids, found, onThrottled: null, batch.Abandoned).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            failure = e as PresenceException ?? new PresenceException("The presence could not be read.", e);
        }

        batch.Answer(found, _time.GetUtcNow(), failure);
        if (TryEnd(batch))
        {
            batch.Complete(failure);
        }
    }

    private bool TryBegin(ReadBatch batch)
    {
        lock (_gate)
        {
            if (_gathering == batch)
            {
                _gathering = null;
            }

            if (batch.IsUnwanted)
            {
                End(batch);
                return false;
            }

            batch.Stage = BatchStage.Sent;
            return true;
        }
    }

    // From here on nobody joins or leaves, so that the callers can be told outside the lock.
    private bool TryEnd(ReadBatch batch)
    {
        lock (_gate)
        {
            if (batch.Stage == BatchStage.Over)
            {
                return false;
            }

            foreach (PendingRead read in batch.Reads)
            {
                // Of one whom all have left, a newer read may be pending.
                if (read.HasWaiters)
                {
                    _pending.Remove(read.Key);
                    if (read.Answer is { } answer)
                    {
                        _cache?.Keep(read.Key, answer);
                    }
                }
            }

            End(batch);
            return true;
        }
    }
}
