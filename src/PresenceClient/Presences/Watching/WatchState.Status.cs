namespace PresenceClient.Presences.Watching;

/// <content>How the watch is doing.</content>
internal sealed partial class WatchState
{
    private const int StaleAfterIntervals = 3;

    private SweepFigures? _lastSweep;
    private Trouble? _trouble;
    private TimeSpan _interval;
    private TimeSpan _staleAfter = TimeSpan.MaxValue;
    private long _sweeps;
    private long _troubles;

    public PresenceWatchStatus Status(DateTimeOffset now)
    {
        lock (_gate)
        {
            return new PresenceWatchStatus
            {
                Version = _version,
                Users = _table.Count,
                NotReadUsers = _notRead,
                StaleUsers = CountStale(now),
                Readers = _readers.Count,
                Interval = _interval,
                LastSweepStartedAt = _lastSweep?.StartedAt,
                LastSweepDuration = _lastSweep?.Duration ?? default,
                LastSweepUsers = _lastSweep?.Users ?? 0,
                TroubleSince = _trouble?.Since,
                Failure = _trouble?.Failure,
            };
        }
    }

    /// <summary>Sets the interval in force.</summary>
    public void SetInterval(TimeSpan interval)
    {
        lock (_gate)
        {
            _interval = interval;
            SetStaleAfter();
        }
    }

    /// <summary>A sweep is complete.</summary>
    public void EndSweep(SweepFigures figures)
    {
        lock (_gate)
        {
            _lastSweep = figures;
            _sweeps++;
            SetStaleAfter();
            AnnounceNow();
        }

        PublishCounts();
    }

    /// <summary>A read has failed. Returns whether that is where the trouble begins.</summary>
    public bool BeginTrouble(PresenceException failure, DateTimeOffset now)
    {
        lock (_gate)
        {
            bool begins = _trouble is null;
            _trouble = new Trouble(_trouble?.Since ?? now, failure);
            _troubles += begins ? 1 : 0;
            return begins;
        }
    }

    /// <summary>A whole sweep had no failure. Returns since when there was trouble; null if there was none.</summary>
    public DateTimeOffset? EndTrouble()
    {
        lock (_gate)
        {
            DateTimeOffset? since = _trouble?.Since;
            _trouble = null;
            _troubles += since is null ? 0 : 1;
            return since;
        }
    }

    /// <summary>How many users were not confirmed for too long.</summary>
    public int CountStale(DateTimeOffset now)
    {
        lock (_gate)
        {
            return _table.Pages.Sum(page => CountStale(page, now));
        }
    }

    // A sweep that takes longer than the interval, as one of very many users does, makes nobody stale.
    private void SetStaleAfter()
    {
        TimeSpan cycle = _lastSweep?.Duration > _interval ? _lastSweep.Duration : _interval;
        _staleAfter = StaleAfterIntervals * cycle;
    }

    private bool IsStale(in Observation at, DateTimeOffset now) => now - at.ReadAt > _staleAfter;

    private int CountStale(WatchPage page, DateTimeOffset now)
    {
        int kept = 0;
        int stale = 0;
        foreach (string id in page.KeptIds)
        {
            kept++;
            stale += IsStale(page.KeptOf(id)!.At, now) ? 1 : 0;
        }

        // Who is kept has been read.
        return stale + (IsStale(page.ReadAt, now) ? page.Count - page.NotRead - kept : 0);
    }
}
