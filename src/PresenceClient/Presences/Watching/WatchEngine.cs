using PresenceClient.Diagnostics;
using PresenceClient.Http;

namespace PresenceClient.Presences.Watching;

/// <summary>The parts of a watch: the states of the users, the loop that polls, the refreshes.</summary>
internal sealed class WatchEngine : IAsyncDisposable, IDisposable
{
    private readonly ClientContext _context;
    private readonly CancellationTokenSource _stop = new();
    private readonly WatchLoop _loop;
    private readonly WatchRefresh _refresh;
    private bool _isStopped;

    public WatchEngine(ClientContext context, PresenceWatchOptions options)
    {
        _context = context;
        State = new WatchState(context.Time.GetUtcNow(), options.CoveredInterval);
        _loop = new WatchLoop(context, State, options, _stop.Token);
        _refresh = new WatchRefresh(context, State, options.MaxConcurrency, _stop.Token);
    }

    public WatchState State { get; }

    public DateTimeOffset Now => _context.Time.GetUtcNow();

    public void Wake() => _loop.Wake();

    public async Task WaitUntilCurrentAsync(CancellationToken cancellationToken)
    {
        _context.Pipeline.ThrowIfDisposed();
        await State.WaitUntilReadAsync(Wake, cancellationToken).ConfigureAwait(false);
    }

    public Task RefreshAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        _refresh.RunAsync(ids, cancellationToken);

    public void Attach(ChangeReader reader)
    {
        _context.Pipeline.ThrowIfDisposed();
        State.Attach(reader);
        WatchMetrics.ReadersChanged(1);
        Wake();
    }

    public void Detach(ChangeReader reader)
    {
        State.Detach(reader);
        WatchMetrics.ReadersChanged(-1);
        Wake();
    }

    /// <summary>Ends the readers and stops polling, without waiting for requests that are under way.</summary>
    public void Dispose()
    {
        if (!Interlocked.Exchange(ref _isStopped, true))
        {
            State.EndReaders(failure: null);
            _stop.Cancel();
            Wake();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await _loop.DisposeAsync().ConfigureAwait(false);
        await _refresh.DisposeAsync().ConfigureAwait(false);
        _stop.Dispose();
    }
}
