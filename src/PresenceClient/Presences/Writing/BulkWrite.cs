using PresenceClient.Http;
using PresenceClient.Users;

namespace PresenceClient.Presences;

/// <summary>Sends many writes, a bounded number at once, and keeps what became of each.</summary>
internal sealed class BulkWrite(GraphPipeline pipeline, PresenceWrite[] writes, PresenceWriteOptions options)
{
    private readonly PresenceWriteOutcome[] _outcomes = new PresenceWriteOutcome[writes.Length];
    private readonly WriteQueue _queue = new(writes);
    private readonly Tally _tally = new(writes.Length, pipeline.Log, options.Progress is { } progress
        ? (done, total, failed, throttled) => progress.Report(new(done, total, failed, throttled))
        : null);

    public async Task<PresenceWriteResult> RunAsync(CancellationToken cancellationToken)
    {
        // It ends when the last worker has, and when cancelled with the caller's own token.
        ParallelOptions workers = new()
        {
            MaxDegreeOfParallelism = options.MaxConcurrency,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForEachAsync(Enumerable.Range(0, options.MaxConcurrency), workers,
            async (_, token) => await WorkAsync(token).ConfigureAwait(false)).ConfigureAwait(false);
        return new PresenceWriteResult(_outcomes);
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (_queue.TryTake(out int place))
        {
            PresenceException? failure = await WriteAsync(writes[place], cancellationToken).ConfigureAwait(false);
            _outcomes[place] = new PresenceWriteOutcome(writes[place], failure);
            _queue.Release(place);
            _tally.Ended(done: 1, failed: failure is null ? 0 : 1);
        }
    }

    private async Task<PresenceException?> WriteAsync(PresenceWrite write, CancellationToken cancellationToken)
    {
        try
        {
            await new UserTarget(pipeline, write.UserId)
                .SendAsync(write.Action, cancellationToken, _tally.Throttled)
                .ConfigureAwait(false);
            return null;
        }
        catch (PresenceException e)
        {
            return e;
        }
    }
}
