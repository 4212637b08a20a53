using System.Diagnostics.CodeAnalysis;
using PresenceClient.Http;

namespace PresenceClient.Presences.Watching;

/// <summary>
/// Reads some users now, outside the sweeps, at the priority of a call, since a caller waits. A user who is being read
/// already is not read twice.
/// </summary>
internal sealed class WatchRefresh(
    ClientContext context, WatchState state, IWatchSource source, int atOnce, CancellationToken stop)
    : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task<PresenceException?>> _underWay = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim _turns = new(atOnce);

    /// <summary>Reads users.</summary>
    /// <param name="ids">The users, each once. Users who are not watched are ignored.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="PresenceException">A user could not be read.</exception>
    public async Task RunAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        context.Pipeline.ThrowIfDisposed();
        PresenceException?[] failures =
            await Task.WhenAll(Join(ids)).WaitAsync(cancellationToken).ConfigureAwait(false);
        ObjectDisposedException.ThrowIf(stop.IsCancellationRequested, typeof(PresenceWatch));
        if (Array.Find(failures, static failure => failure is not null) is { } failure)
        {
            context.Pipeline.ThrowIfDisposed();
            throw failure.Copy();
        }
    }

    /// <summary>Waits for the end of the reads, which are to stop.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] underWay;
        lock (_gate)
        {
            underWay = [.. _underWay.Values];
        }

        await Task.WhenAll(underWay).ConfigureAwait(false);
        _turns.Dispose();
    }

    // The reads that return these users: those under way, and new ones for the rest.
    private HashSet<Task<PresenceException?>> Join(IReadOnlyCollection<string> ids)
    {
        HashSet<Task<PresenceException?>> reads = [];
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(stop.IsCancellationRequested, typeof(PresenceWatch));
            List<string> rest = [];
            foreach (string id in state.Watched(ids))
            {
                if ((_underWay.GetValueOrDefault(id) ?? state.ReadingOf(id)) is { } read)
                {
                    reads.Add(read);
                }
                else
                {
                    rest.Add(id);
                }
            }

            // A read serves all callers that join it, so it runs in the context of none of them.
            using AsyncFlowControl flow = ExecutionContext.SuppressFlow();
            foreach (string[] chunk in rest.Chunk(ChunkRead.Limit))
            {
                Task<PresenceException?> read = Task.Run(() => ReadAsync(chunk));
                reads.Add(read);
                Array.ForEach(chunk, id => _underWay[id] = read);
            }
        }

        return reads;
    }

    [SuppressMessage("Design", "CA1031", Justification = "The waiting callers get every failure.")]
    private async Task<PresenceException?> ReadAsync(string[] ids)
    {
        try
        {
            await _turns.WaitAsync(stop).ConfigureAwait(false);
            try
            {
                return await ReadNowAsync(ids).ConfigureAwait(false);
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (Exception e)
        {
            return e as PresenceException ?? new PresenceException("The users could not be read.", e);
        }
    }

    private async Task<PresenceException?> ReadNowAsync(string[] ids)
    {
        var chunk = new Chunk(start: 0, ids);
        Observation begun = state.BeginRefresh(context.Time.GetUtcNow());
        try
        {
            await ChunkRead.ReadAsync(context, chunk, onThrottled: null, stop).ConfigureAwait(false);
        }
        finally
        {
            // Before the answer is taken: callers that see its changes must not join it.
            lock (_gate)
            {
                Array.ForEach(ids, id => _underWay.Remove(id));
            }
        }

        Observation at = begun with { ReadAt = context.Time.GetUtcNow() };
        PresenceException? failure = null;
        for (int place = 0; place < ids.Length; place++)
        {
            if (chunk.FailureOf(place) is { } reason)
            {
                failure = reason;
            }
            else
            {
                state.Take(ids[place], chunk[place], at);
                source.Learned(ids[place], chunk[place], at.Since);
            }
        }

        state.Announce();
        return failure;
    }
}
