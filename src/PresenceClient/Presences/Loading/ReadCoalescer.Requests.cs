using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace PresenceClient.Presences.Loading;

/// <content>Sends the request of a batch and distributes the answer.</content>
internal sealed partial class ReadCoalescer
{
    /// <summary>Sends a batch and ends it. Any failure is passed to the callers.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "An exception that is not passed on leaves callers waiting.")]
    public async Task RunAsync(ReadBatch batch)
    {
        if (!TryBegin(batch, _time.GetUtcNow()))
        {
            return;
        }

        string[] ids = [.. batch.Reads.Select(static read => read.Id)];
        var chunk = new Chunk(start: 0, ids);
        Exception? failure = null;
        try
        {
            await ChunkRead.ReadAsync(_context, chunk, onThrottled: null, batch.Abandoned).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            failure = e is PresenceException || (e is ObjectDisposedException && _context.Pipeline.IsDisposed)
                ? e
                : new PresenceException("The presence could not be read. The inner exception has the cause.", e);
        }

        batch.Answer(chunk, _time.GetUtcNow(), failure);
        if (TryEnd(batch, failure))
        {
            batch.Complete();
        }
    }

    private bool TryBegin(ReadBatch batch, DateTimeOffset now)
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

            batch.Begin(now);
            return true;
        }
    }

    // False if there are no waiters to complete now. If true, the waiters no longer change, so they can be completed
    // outside the lock.
    private bool TryEnd(ReadBatch batch, Exception? failure)
    {
        lock (_gate)
        {
            if (batch.Stage == BatchStage.Over
                || (failure is PresenceException { StatusCode: HttpStatusCode.BadRequest } && TrySplit(batch)))
            {
                return false;
            }

            batch.Search?.IsAnswered |= failure is null;
            foreach (PendingRead read in batch.Reads)
            {
                if (read.HasWaiters)
                {
                    Forget(read);
                    if (read.Answer is { } answer)
                    {
                        _cache?.Keep(read.Key, answer, batch.BeganAt);
                    }
                }
            }

            End(batch);
            return true;
        }
    }
}
