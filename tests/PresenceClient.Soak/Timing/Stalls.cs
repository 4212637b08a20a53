using System.Runtime;

namespace PresenceClient.Soak.Timing;

/// <summary>
/// Measures the stalls of this process by the delay of a short timer, which waits for the same processors, the same
/// thread pool and the same garbage collector as the client. The time in which methods are compiled counts as well: the
/// first call of a method waits for it. Checks of times allow for stalls, so that a busy machine is not reported as a
/// fault of the client.
/// </summary>
internal sealed class Stalls : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(20);

    // The precision of timers.
    private static readonly TimeSpan Negligible = TimeSpan.FromMilliseconds(5);

    // The longest that a step in the process takes without stalls: a continuation that waits for its thread.
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private readonly List<(TimeSpan From, TimeSpan To)> _stalls = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _beating;
    private TimeSpan _compiled = JitInfo.GetCompilationTime();
    private TimeSpan _counted = Clock.Now;
    private TimeSpan _due = Clock.Now + Beat;

    public Stalls() => _beating = BeatAsync();

    /// <summary>The total stalls of the whole run.</summary>
    public TimeSpan Total => Within(TimeSpan.Zero, TimeSpan.MaxValue);

    /// <summary>The total stalls between two times.</summary>
    public TimeSpan Within(TimeSpan from, TimeSpan to)
    {
        TimeSpan total = TimeSpan.Zero;
        lock (_lock)
        {
            AddCurrent();
            for (int i = _stalls.Count - 1; i >= 0 && _stalls[i].To >= from; i--)
            {
                if (_stalls[i].From <= to)
                {
                    total += _stalls[i].To - _stalls[i].From;
                }
            }
        }

        return total;
    }

    /// <summary>Returns the earliest time of the cause of what happened at a time: a step before it.</summary>
    public TimeSpan Before(TimeSpan moment)
    {
        TimeSpan left = Step;
        lock (_lock)
        {
            AddCurrent();
            int i = IndexAfter(moment) - 1;
            for (; i >= 0; i--)
            {
                (TimeSpan from, TimeSpan to) = _stalls[i];
                if (to < moment && moment - to >= left)
                {
                    break;
                }

                left -= to < moment ? moment - to : TimeSpan.Zero;
                moment = from;
            }
        }

        return moment - left;
    }

    /// <summary>Returns the latest time of the effect of what happened at a time: a step after it.</summary>
    public TimeSpan After(TimeSpan moment)
    {
        TimeSpan left = Step;
        lock (_lock)
        {
            AddCurrent();
            int i = IndexAfter(moment);
            i -= i > 0 && _stalls[i - 1].To > moment ? 1 : 0;
            for (; i < _stalls.Count; i++)
            {
                (TimeSpan from, TimeSpan to) = _stalls[i];
                if (from > moment && from - moment >= left)
                {
                    break;
                }

                left -= from > moment ? from - moment : TimeSpan.Zero;
                moment = to;
            }
        }

        return moment + left;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _beating.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    // A stall that lasts is a stall up to now.
    private void AddCurrent()
    {
        TimeSpan now = Clock.Now;
        TimeSpan compiled = JitInfo.GetCompilationTime();
        TimeSpan from = now - (compiled - _compiled);
        from = from < _due ? from : _due;
        from = from > _counted ? from : _counted;
        _compiled = compiled;
        if (now - from > Negligible)
        {
            _stalls.Add((from, now));
            _counted = now;
            _due = _due > now ? _due : now;
        }
    }

    // The first stall that begins after a time.
    private int IndexAfter(TimeSpan moment)
    {
        (int low, int high) = (0, _stalls.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _stalls[middle].From > moment ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private async Task BeatAsync()
    {
        while (true)
        {
            await Task.Delay(Beat, _stop.Token);
            await Task.Yield();
            lock (_lock)
            {
                AddCurrent();
                _due = Clock.Now + Beat;
            }
        }
    }
}
