using System.Net;
using System.Runtime.CompilerServices;
using PresenceClient.Diagnostics;
using PresenceClient.Http;

namespace PresenceClient.Presences;

/// <summary>A read of any number of users in chunks of 650, with bounded concurrency.</summary>
/// <param name="context">The context of the client.</param>
/// <param name="ids">The ids, validated and without duplicates.</param>
/// <param name="atOnce">The largest number of concurrent requests.</param>
/// <param name="progress">Receives the progress; null for none.</param>
internal sealed class BulkRead(
    ClientContext context, string[] ids, int atOnce, IProgress<PresenceReadProgress>? progress)
{
    /// <summary>Reads all users.</summary>
    public async Task<PresenceReadResult> ReadAllAsync(
        PresenceFailureMode onFailure, CancellationToken cancellationToken)
    {
        var found = new UserPresence?[ids.Length];
        var incomplete = new List<Chunk>();
        await foreach (Chunk chunk in ReadChunksAsync(cancellationToken, default).ConfigureAwait(false))
        {
            chunk.Found.CopyTo(found.AsSpan(chunk.Start));
            if (chunk is not { Missing: [], Failures: [] })
            {
                incomplete.Add(chunk);
            }
        }

        if (incomplete.Count == 0)
        {
            return PresenceReadResult.Of(found!, [], []);
        }

        incomplete.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        var result = PresenceReadResult.Of(
            [.. found.OfType<UserPresence>()],
            [.. incomplete.SelectMany(static chunk => chunk.Missing)],
            [.. incomplete.SelectMany(static chunk => chunk.Failures)]);
        if (result.Failures.Count == 0)
        {
            return result;
        }

        int failed = result.Failures.Sum(static failure => failure.Ids.Count);
        context.Log.BulkIncomplete(failed, ids.Length, ErrorType.Of(result.Failures[0].Exception));
        return onFailure == PresenceFailureMode.Throw
            ? throw PresenceIncompleteException.For(result, ids.Length)
            : result;
    }

    /// <summary>Returns page by page, each as soon as it is read.</summary>
    /// <param name="parameter">The token that was passed to the method.</param>
    /// <param name="enumeration">The token of the enumeration.</param>
    public async IAsyncEnumerable<PresencePage> ReadPagesAsync(
        CancellationToken parameter, [EnumeratorCancellation] CancellationToken enumeration = default)
    {
        await foreach (Chunk chunk in ReadChunksAsync(parameter, enumeration).ConfigureAwait(false))
        {
            yield return new PresencePage
            {
                Presences = [.. chunk.Found.ToArray().OfType<UserPresence>()],
                Missing = chunk.Missing,
                Failure = chunk.Failures.FirstOrDefault(),
            };

            // A page has one reason. Failures with another reason become pages of their own.
            foreach (PresenceReadFailure failure in chunk.Failures.Skip(1))
            {
                yield return new PresencePage { Failure = failure };
            }
        }
    }

    /// <summary>
    /// Returns whether the request or the permission is wrong, so that the other requests would fail as well.
    /// </summary>
    public static bool IsRefusal(PresenceException e) =>
        e is PresenceAuthenticationException or PresenceAccessDeniedException
            || e.StatusCode == HttpStatusCode.BadRequest;

    /// <summary>
    /// Sends the chunks and returns each as it ends. No request is in flight afterwards, however it ends.
    /// </summary>
    private async IAsyncEnumerable<Chunk> ReadChunksAsync(
        CancellationToken parameter, [EnumeratorCancellation] CancellationToken enumeration)
    {
        using var stop = new EitherToken(parameter, enumeration);
        var running = new List<Task<Chunk>>(atOnce);
        var tally = new Tally(ids.Length, context.Log, progress is null
            ? null
            : (done, total, failed, throttled) => progress.Report(new(done, total, failed, throttled)));
        int start = 0;
        try
        {
            while (start < ids.Length || running.Count > 0)
            {
                while (start < ids.Length && running.Count < atOnce)
                {
                    int length = Math.Min(ChunkRead.Limit, ids.Length - start);
                    running.Add(ReadAsync(new Chunk(start, ids.AsMemory(start, length)), tally, stop.Token));
                    start += length;
                }

                Task<Chunk> ended = await Task.WhenAny(running).ConfigureAwait(false);
                running.Remove(ended);
                yield return await ResultAsync(ended, stop).ConfigureAwait(false);
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
        try
        {
            await ChunkRead.ReadAsync(context, chunk, tally.Throttled, stop).ConfigureAwait(false);
        }
        catch (PresenceException e) when (!IsRefusal(e))
        {
            // The chunk contains the failure.
        }

        tally.Ended(chunk.Ids.Length, chunk.Failures.Sum(static failure => failure.Ids.Count));
        return chunk;
    }

    private static async Task<Chunk> ResultAsync(Task<Chunk> ended, EitherToken stop)
    {
        try
        {
            return await ended.ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (stop.IsCancellationRequested)
        {
            throw stop.Canceled(e);
        }
    }
}
