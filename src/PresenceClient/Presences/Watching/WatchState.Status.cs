using PresenceClient.Diagnostics;

namespace PresenceClient.Presences.Watching;

/// <content>The status.</content>
internal sealed partial class WatchState
{
    private const int StaleAfterIntervals = 3;

    // The figures that the loop sets. The others are taken when the status is asked for.
    private PresenceWatchStatus _status = new();
    private TimeSpan _staleAfter = TimeSpan.MaxValue;
    private long _sweeps;
    private long _troubles;

    private bool IsInTrouble => _status.TroubleSince is not null;

    public PresenceWatchStatus Status(DateTimeOffset now)
    {
        lock (_gate)
        {
            return _status with
            {
                Version = _version,
                Users = _table.Count,
                NotReadUsers = _notRead,
                StaleUsers = CountStale(now),
                Readers = _readers.Count,
            };
        }
    }

    /// <summary>Sets the interval in force.</summary>
    public void SetInterval(TimeSpan interval)
    {
        lock (_gate)
        {
            _status = _status with { Interval = interval };
            SetStaleAfter();
        }
    }

    /// <summary>Notes that a sweep is complete.</summary>
    public void EndSweep(DateTimeOffset startedAt, TimeSpan duration, int users)
    {
        lock (_gate)
        {
            _status = _status with
            {
                LastSweepStartedAt = startedAt,
                LastSweepDuration = duration,
                LastSweepUsers = users,
            };
            _sweeps++;
            SetStaleAfter();
            AnnounceNow();
        }

        PublishCounts();
    }

    /// <summary>Notes that a read has failed. Returns whether the trouble begins with it.</summary>
    public bool BeginTrouble(PresenceException failure, DateTimeOffset now)
    {
        lock (_gate)
        {
            bool begins = !IsInTrouble;
            _status = _status with { TroubleSince = _status.TroubleSince ?? now, Failure = failure };
            _troubles += begins ? 1 : 0;
            return begins;
        }
    }

    /// <summary>
    /// Notes that a sweep had no failure. Returns the beginning of the trouble; null if there was none.
    /// </summary>
    public DateTimeOffset? EndTrouble()
    {
        lock (_gate)
        {
            DateTimeOffset? since = _status.TroubleSince;
            _status = _status with { TroubleSince = null, Failure = null };
            _troubles += since is null ? 0 : 1;
            return since;
        }
    }

    /// <summary>Returns how many users are stale.</summary>
    public int CountStale(DateTimeOffset now)
    {
        lock (_gate)
        {
            return _table.Pages.Sum(page => CountStale(page, now));
        }
    }

    // A sweep of very many users takes longer than the interval, which must not make them stale. States that are
    // confirmed by the end of a sweep count from its start.
    private void SetStaleAfter()
    {
        (TimeSpan interval, TimeSpan duration) = (_status.Interval, _status.LastSweepDuration);
        _staleAfter = (StaleAfterIntervals * (duration > interval ? duration : interval))
            + (_isConfirmedBySweeps ? duration : TimeSpan.Zero);
    }

    private bool IsStale(WatchPage page, in Observation at, DateTimeOffset now)
    {
        TimeSpan covered = StaleAfterIntervals * _coveredInterval;
        return now - at.ReadAt > (page.IsCovered && covered > _staleAfter ? covered : _staleAfter);
    }

    private int CountStale(WatchPage page, DateTimeOffset now)
    {
        int kept = 0;
        int stale = 0;
        foreach (string id in page.KeptIds)
        {
            kept++;
            stale += IsStale(page, page.KeptOf(id)!.At, now) ? 1 : 0;
        }

        // Users with a kept state have been read.
        return stale + (IsStale(page, page.ReadAt, now) ? page.Count - page.NotRead - kept : 0);
    }

    // Listeners are called outside the lock.
    private void PublishCounts()
    {
        WatchMetrics.Changed(Interlocked.Exchange(ref _changes, 0), Interlocked.Exchange(ref _conflated, 0));
    }
}
