using PresenceClient.Diagnostics;
using PresenceClient.Http;

namespace PresenceClient.Presences.Watching;

/// <summary>The parts of a watch: the states of the users, the loop that polls, the refreshes.</summary>
internal sealed class WatchEngine : IAsyncDisposable, IDisposable
{
    private readonly ClientContext _context;
    private readonly CancellationTokenSource _stop = new();
    private readonly IWatchSource _source;
    private readonly WatchRefresh _refresh;
    private bool _isStopped;

    /// <param name="context">The context of the client.</param>
    /// <param name="options">The checked options.</param>
    /// <param name="source">Creates the source of the states; null for a watch that polls by itself.</param>
    public WatchEngine(ClientContext context, PresenceWatchOptions options, WatchSourceFactory? source = null)
    {
        _context = context;
        State = new WatchState(context.Time.GetUtcNow(), options.CoveredInterval);
        if (source is null)
        {
            _source = new WatchLoop(context, State, options, _stop.Token);
        }
        else
        {
            _source = source(State, _stop.Token);
        }

        _refresh = new WatchRefresh(context, State, _source, options.MaxConcurrency, _stop.Token);
    }

    /// <summary>Creates the source of a watch's states.</summary>
    public delegate IWatchSource WatchSourceFactory(WatchState state, CancellationToken stop);

    public WatchState State { get; }

    public DateTimeOffset Now => _context.Time.GetUtcNow();

    public void Wake() => _source.Wake();

    public async Task WaitUntilCurrentAsync(CancellationToken cancellationToken)
    {
        _context.Pipeline.ThrowIfDisposed();
        await State.WaitUntilReadAsync(Wake, cancellationToken).ConfigureAwait(false);
    }

    public Task RefreshAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        _refresh.RunAsync(ids, cancellationToken);

    public void Report(UserPresence presence, DateTimeOffset observedAt)
    {
        DateTimeOffset at = NotLaterThanNow(observedAt);
        State.Report(presence, at);
        _source.Learned(presence.Id, presence, at);
    }

    /// <summary>Takes a report of parts of a presence. Returns false if the user must be read.</summary>
    public bool Report(string id, string? availability, string? activity, DateTimeOffset observedAt)
    {
        DateTimeOffset at = NotLaterThanNow(observedAt);
        bool isComplete = State.Report(id, availability, activity, at, out UserPresence? merged);
        if (merged is not null)
        {
            _source.Learned(id, merged, at);
        }

        return isComplete;
    }

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
        await _source.DisposeAsync().ConfigureAwait(false);
        await _refresh.DisposeAsync().ConfigureAwait(false);
        _stop.Dispose();
    }

    private DateTimeOffset NotLaterThanNow(DateTimeOffset time)
    {
        DateTimeOffset now = Now;
        return time < now ? time.ToUniversalTime() : now;
    }
}
