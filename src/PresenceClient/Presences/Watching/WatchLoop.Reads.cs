using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using PresenceClient.Diagnostics;
using PresenceClient.Http;

namespace PresenceClient.Presences.Watching;

/// <content>The reads and their results.</content>
internal sealed partial class WatchLoop
{
    private bool _isThrottled;
    private int _stale;
    private bool _hasRead;

    private void Start(WatchPage page, Activity? activity)
    {
        PageReading reading = _state.Begin(page, _context.Time.GetUtcNow());
        _underWay++;
        _ = Guard.Tell(activity, static a => Activity.Current = a);
        _ = ReadAsync(reading);
        _ = Guard.Tell<Activity?>(null, static none => Activity.Current = none);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Every failure is reported.")]
    private async Task ReadAsync(PageReading reading)
    {
        bool isThrottled = false;
        PresenceException? failure = null;
        try
        {
            failure = await PagePoll.ReadAsync(
                _context, _state, reading, _lane, () => isThrottled = true, _stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Disposal is not a failure.
        }
        catch (Exception e)
        {
            failure = e as PresenceException ?? new PresenceException("The watch could not read some of its users.", e);
        }

        _state.End(reading, failure);
        _ended.Enqueue(new PageEnd(reading.Page, failure, isThrottled));
        Wake();
    }

    private void Collect()
    {
        while (_ended.TryDequeue(out PageEnd end))
        {
            _underWay--;
            _isThrottled |= end.IsThrottled;
            bool isOfSweep = _sweep?.End(end.Page) == true;
            if (isOfSweep)
            {
                _sweep!.Failure = end.Failure ?? _sweep.Failure;
            }

            if (end.Failure is not null)
            {
                Report(end.Failure);
            }
            else
            {
                _hasRead = true;
            }

            // The changes of a sweep are announced at its end.
            if (!isOfSweep)
            {
                _state.Announce();
            }
        }
    }

    private void Report(PresenceException failure)
    {
        DateTimeOffset now = _context.Time.GetUtcNow();
        if (_state.BeginTrouble(failure, now))
        {
            _context.Log.WatchTrouble(ErrorType.Of(failure));
        }

        if (failure.InnerException is ObjectDisposedException disposed)
        {
            Refuse(disposed);
        }
        else if (BulkRead.IsRefusal(failure) && !IsSignInOutage(failure))
        {
            Refuse(_options.OnRefusal == PresenceWatchRefusal.EndReaders ? failure : null);
        }
    }

    // A sign-in that has worked before can work again, for example after an outage of the sign-in service.
    private bool IsSignInOutage(PresenceException failure) =>
        _hasRead && failure is PresenceAuthenticationException { StatusCode: null };

    // Refusals of reads that were under way together count as one.
    private void Refuse(Exception? end)
    {
        bool isNew = _sweep is not null || !_schedule.IsRefused;
        AbandonSweep();
        if (isNew)
        {
            _schedule.Refuse();
        }

        if (end is not null)
        {
            _state.EndReaders(end);
        }
    }

    private void Recover()
    {
        if (_state.EndTrouble() is { } since)
        {
            _context.Log.WatchRecovered((_context.Time.GetUtcNow() - since).TotalSeconds);
        }
    }

    private void SetStale(int stale)
    {
        WatchMetrics.StaleChanged(stale - _stale);
        _stale = stale;
    }

    /// <summary>How a read of a page ended.</summary>
    /// <param name="Page">The page.</param>
    /// <param name="Failure">Why it failed, at least for some of its users; null if it did not fail.</param>
    /// <param name="IsThrottled">Whether an answer was a 429.</param>
    private readonly record struct PageEnd(WatchPage Page, PresenceException? Failure, bool IsThrottled);
}
