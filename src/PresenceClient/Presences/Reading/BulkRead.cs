using System.Net;
using System.Runtime.CompilerServices;
using PresenceClient.Diagnostics;
using PresenceClient.Http;

namespace PresenceClient.Presences;

/// <summary>A read of any number of users: chunks of 650, a bounded number of them under way at once.</summary>
internal sealed class BulkRead(GraphPipeline pipeline, string[] ids, PresenceReadOptions options)
{
    // The caller may change the options for the next read while pages of this one are still to come.
    private readonly int _atOnce = options.MaxConcurrency;
    private readonly IProgress<PresenceReadProgress>? _progress = options.Progress;

    /// <summary>Reads all; failures that are no refusals are left to the result.</summary>
    public async Task<PresenceReadResult> ReadAllAsync(CancellationToken cancellationToken)
    {
        var found = new UserPresence?[ids.Length];
        List<Chunk> incomplete = [];
        await foreach (Chunk chunk in ReadChunksAsync(found, cancellationToken).ConfigureAwait(false))
        {
            if (chunk.Lacking.Length > 0)
            {
                incomplete.Add(chunk);
            }
        }

        if (incomplete.Count == 0)
        {
            return PresenceReadResult.Of(found!, [], []);
        }

        incomplete.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        PresenceReadFailure[] failures =
            [.. incomplete.Select(static chunk => chunk.PublicFailure).OfType<PresenceReadFailure>()];
        if (failures.Length > 0)
        {
            int lacking = failures.Sum(static failure => failure.Ids.Count);
            pipeline.Log.BulkIncomplete(lacking, ids.Length, ErrorType.Of(failures[0].Exception));
        }

        return PresenceReadResult.Of(
            [.. found.OfType<UserPresence>()],
            [.. incomplete.SelectMany(static chunk => chunk.Missing)],
            failures);
    }

    /// <summary>Reads page by page, each as soon as it is there.</summary>
    public async IAsyncEnumerable<PresencePage> ReadPagesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (Chunk chunk in ReadChunksAsync(found: default, cancellationToken).ConfigureAwait(false))
        {
            yield return new PresencePage
            {
                Presences = chunk.ToPresences(),
                Missing = chunk.Missing,
                Failure = chunk.PublicFailure,
            };
        }
    }

    /// <summary>
    /// Sends the chunks and gives each as it ends. However this is left, nothing of it is under way afterwards.
    /// </summary>
    /// <param name="found">Where all presences go; empty: each chunk has an array of its own.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    private async IAsyncEnumerable<Chunk> ReadChunksAsync(
        Memory<UserPresence?> found, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        List<Task<Chunk>> running = new(_atOnce);
        Tally tally = new(ids.Length, pipeline.Log, _progress is null
            ? null
            : (done, total, failed, throttled) => _progress.Report(new(done, total, failed, throttled)));
        int start = 0;
        try
        {
            while (start < ids.Length || running.Count > 0)
            {
                while (start < ids.Length && running.Count < _atOnce)
                {
                    int length = Math.Min(ChunkRead.Limit, ids.Length - start);
                    running.Add(ReadAsync(
                        new Chunk(start, ids.AsMemory(start, length), found.IsEmpty
                            ? new UserPresence?[length]
                            : found.Slice(start, length)),
                        tally,
                        stop.Token));
                    start += length;
                }

                Task<Chunk> ended = await Task.WhenAny(running).ConfigureAwait(false);
                running.Remove(ended);
                yield return await AnswerAsync(ended, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll((IEnumerable<Task>)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Chunk> ReadAsync(Chunk chunk, Tally tally, CancellationToken stop)
    {
        PresenceException? failure = null;
        try
        {
            await ChunkRead.ReadAsync(pipeline, chunk.Ids, chunk.Found, tally.Throttled, stop).ConfigureAwait(false);
        }
        catch (PresenceException e) when (!IsRefusal(e))
        {
            failure = e;
        }

        Chunk ended = chunk.Ended(failure);
        tally.Ended(chunk.Ids.Length, failure is null ? 0 : ended.Lacking.Length);
        return ended;
    }

    // Whoever cancels knows the token that was given, and not the one that stops the chunks.
    private static async Task<Chunk> AnswerAsync(Task<Chunk> ended, CancellationToken cancellationToken)
    {
        try
        {
            return await ended.ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
    }

    // The whole request is wrong, or nobody may read: what the caller must mend, not a part that is lacking.
    private static bool IsRefusal(PresenceException e) =>
        e is PresenceAuthenticationException or PresenceAccessDeniedException
            || e.StatusCode == HttpStatusCode.BadRequest;
}
