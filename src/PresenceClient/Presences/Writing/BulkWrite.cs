using System.Diagnostics.CodeAnalysis;
using PresenceClient.Http;
using PresenceClient.Users;

namespace PresenceClient.Presences;

/// <summary>Sends many writes with bounded concurrency, and keeps the outcome of each.</summary>
internal sealed class BulkWrite(ClientContext context, PresenceWrite[] writes, PresenceWriteOptions options)
{
    private readonly PresenceWriteOutcome?[] _outcomes = new PresenceWriteOutcome?[writes.Length];
    private readonly WriteQueue _queue = new(writes);
    private readonly int _atOnce = options.MaxConcurrency;
    private readonly Tally _tally = new(writes.Length, context.Log, options.Progress is { } progress
        ? (done, total, failed, throttled) => progress.Report(new(done, total, failed, throttled))
        : null);

    /// <summary>Sends all writes. A cancelled call ends when no request is in flight any more.</summary>
    public async Task<PresenceWriteResult> RunAsync(CancellationToken cancellationToken)
    {
        // The token is not passed on: each worker ends by itself, with an outcome for the write that it began.
        await Parallel.ForEachAsync(
            Enumerable.Range(0, _atOnce),
            new ParallelOptions { MaxDegreeOfParallelism = _atOnce },
            async (_, _) => await WorkAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        if (Array.TrueForAll(_outcomes, static outcome => outcome is { Canceled: false }))
        {
            return new PresenceWriteResult(_outcomes!);
        }

        var result = new PresenceWriteResult(
            _outcomes.Select((outcome, place) => outcome ?? Canceled(place, "before it was sent")));
        throw new PresenceWriteCanceledException(result, cancellationToken);
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && _queue.TryTake(out int place))
        {
            PresenceWriteOutcome outcome = await WriteAsync(place, cancellationToken).ConfigureAwait(false);
            _outcomes[place] = outcome;
            _queue.Release(place);
            _tally.Ended(done: 1, failed: outcome.Succeeded ? 0 : 1);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A failed write must not lose the outcomes of the others.")]
    private async Task<PresenceWriteOutcome> WriteAsync(int place, CancellationToken cancellationToken)
    {
        PresenceWrite write = writes[place];
        try
        {
            await new PresenceOwner(context, write.UserId)
                .SendAsync(write.Command, cancellationToken, call => call with { OnThrottled = _tally.Throttled })
                .ConfigureAwait(false);
            return new PresenceWriteOutcome(write);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            return Canceled(place, "while it was in flight, so it may have taken effect", e);
        }
        catch (PresenceException e)
        {
            return new PresenceWriteOutcome(write, e);
        }
        catch (Exception e)
        {
            return new PresenceWriteOutcome(write, new PresenceException(
                $"The write could not be sent ({e.GetType().Name}). The inner exception has the cause.", e));
        }
    }

    private PresenceWriteOutcome Canceled(int place, string when, Exception? cause = null) =>
        new(writes[place], new PresenceException($"The write was cancelled {when}. You can send it again.", cause))
        {
            Canceled = true,
        };
}
