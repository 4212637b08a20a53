using PresenceClient.Diagnostics;
using PresenceClient.Http;

namespace PresenceClient.Presences.Watching;

/// <content>The turns.</content>
internal sealed partial class WatchLoop
{
    private Sweep? _sweep;
    private int _underWay;
    private long _arrivals;

    /// <summary>
    /// Does the work that is due, and returns the time until there is more; null if an event must come first.
    /// </summary>
    private TimeSpan? Turn()
    {
        Collect();
        EndSweep();
        if (_clock.HasHappened())
        {
            AbandonSweep();
            _schedule.StartNow();
        }

        if (_options.Polling == PresenceWatchPolling.WhileRead && !_state.IsWanted)
        {
            AbandonSweep();
            SetStale(0);
            return null;
        }

        NoteArrivals();
        if (_sweep is null && _schedule.Left == TimeSpan.Zero)
        {
            BeginSweep();
        }

        StartUrgent();
        if (_sweep is { } sweep)
        {
            StartDue(sweep);
            EndSweep();
        }

        return _sweep is null ? _schedule.Left
            : _underWay >= AtOnce ? null
            : _sweep.Due - _schedule.Now;
    }

    // A reader that comes after a refusal starts a new try.
    private void NoteArrivals()
    {
        long arrivals = _state.Arrivals;
        if (arrivals != _arrivals && _schedule.IsRefused && _options.OnRefusal == PresenceWatchRefusal.EndReaders)
        {
            _schedule.StartNow();
        }

        _arrivals = arrivals;
    }

    private void StartUrgent()
    {
        if (_schedule.IsRefused)
        {
            return;
        }

        foreach (WatchPage page in _state.UrgentPages())
        {
            if (_underWay < AtOnce)
            {
                Start(page, _sweep?.Advance(page, _state) == true ? _sweep.Activity : null);
            }
        }
    }

    private void BeginSweep()
    {
        DateTimeOffset now = _context.Time.GetUtcNow();
        (List<WatchPage> pages, int urgent) = _state.BeginSweep(now);
        _sweep = new Sweep(pages, urgent, now, _schedule.Now, _schedule.Interval, SweepTrace.Start());
    }

    private void StartDue(Sweep sweep)
    {
        while (_underWay < AtOnce && sweep.Due <= _schedule.Now)
        {
            if (sweep.Next(_state) is { } page)
            {
                Start(page, sweep.Activity);
            }
        }
    }

    private void EndSweep()
    {
        if (_sweep is not { IsOver: true } sweep)
        {
            return;
        }

        _sweep = null;
        DateTimeOffset now = _context.Time.GetUtcNow();
        TimeSpan duration = _schedule.Now - sweep.Start;
        _schedule.End(_isThrottled, isClean: sweep.Failure is null);
        _isThrottled = false;
        _state.SetInterval(_schedule.Interval);
        if (sweep.Failure is null)
        {
            Recover();
        }

        _state.EndSweep(sweep.StartedAt, duration, sweep.Users);
        SweepTrace.End(sweep.Activity, sweep.Users, sweep.Failure is { } failure ? ErrorType.Of(failure) : null);
        WatchMetrics.SweepEnded(duration);
        SetStale(_state.CountStale(now));
    }

    // The next sweep is due at once, as this one was.
    private void AbandonSweep()
    {
        if (_sweep is { } sweep)
        {
            _sweep = null;
            _state.Announce();
            SweepTrace.End(sweep.Activity, sweep.Users, sweep.Failure is { } failure ? ErrorType.Of(failure) : null);
        }
    }
}
