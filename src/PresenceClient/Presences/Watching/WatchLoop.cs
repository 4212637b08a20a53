using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using PresenceClient.Http;

namespace PresenceClient.Presences.Watching;

/// <summary>
/// The loop of a watch. Each turn starts the reads that are due, and then the loop sleeps until something happens. All
/// decisions are made in the loop, one after the other. Only the reads run in parallel.
/// </summary>
internal sealed partial class WatchLoop : IWatchSource
{
    // A jump of the wall clock is noticed that soon.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly ConcurrentQueue<PageEnd> _ended = new();
    private readonly ClientContext _context;
    private readonly WatchState _state;
    private readonly PresenceWatchOptions _options;
    private readonly SweepSchedule _schedule;
    private readonly ClockJump _clock;
    private readonly BackgroundLane _lane;
    private readonly CancellationToken _stop;
    private readonly ITimer _timer;
    private readonly Task _running;

    public WatchLoop(
        ClientContext context,
        WatchState state,
        PresenceWatchOptions options,
        CancellationToken stop,
        TimeSpan firstSweep = default)
    {
        (_context, _state, _options, _stop) = (context, state, options, stop);
        _schedule = new SweepSchedule(options, context.Time, firstSweep);
        _clock = new ClockJump(context.Time);
        _lane = context.Gate.CreateLane(options.PaceShare);
        _state.SetInterval(_schedule.Interval);

        // The loop serves all callers, so it must not run in the trace or the culture of the one that made the watch.
        using AsyncFlowControl flow = ExecutionContext.SuppressFlow();
        _timer = context.Time.CreateTimer(
            static loop => ((WatchLoop)loop!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _running = Task.Run(RunAsync, CancellationToken.None);
    }

    // More would wait at the gate for longer than a window, and could run out of time there. The pace can change.
    private int AtOnce => Math.Min(_options.MaxConcurrency, _lane.Requests ?? _options.MaxConcurrency);

    /// <summary>Makes the loop take a turn.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    public void Learned(string id, UserPresence? presence, DateTimeOffset observedAt)
    {
        // The next sweep confirms or corrects it.
    }

    /// <summary>
    /// Waits for the end of the loop, which was stopped and woken. Nothing is under way afterwards.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        await _running.ConfigureAwait(false);
        await _timer.DisposeAsync().ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            Sleep(SafeTurn());
            await _wake.Reader.ReadAsync().ConfigureAwait(false);
        }

        // The end of a read can have woken the loop.
        Collect();
        while (_underWay > 0)
        {
            await _wake.Reader.ReadAsync().ConfigureAwait(false);
            Collect();
        }

        AbandonSweep();
        SetStale(0);
    }

    // Timers count whole milliseconds. Time passes while a turn runs, so what was due later can be overdue by now, and
    // a timer takes a negative time as infinite, or refuses it.
    private void Sleep(TimeSpan? duration) => _timer.Change(
        duration is { } time
            ? TimeSpan.FromMilliseconds(
                Math.Clamp(Math.Ceiling(time.TotalMilliseconds), 1, LongestSleep.TotalMilliseconds))
            : Timeout.InfiniteTimeSpan,
        Timeout.InfiniteTimeSpan);

    [SuppressMessage("Design", "CA1031", Justification = "The loop must not die; the failure is reported.")]
    private TimeSpan? SafeTurn()
    {
        try
        {
            return Turn();
        }
        catch (Exception e)
        {
            return AfterFailure(new PresenceException("The watch failed. It continues with the next sweep.", e));
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The loop must not die; the next turn tries again.")]
    private TimeSpan AfterFailure(PresenceException failure)
    {
        try
        {
            Report(failure);
            AbandonSweep();
            _state.Announce();
            _schedule.End(isThrottled: false, isClean: false);
            return _schedule.Left;
        }
        catch (Exception)
        {
            // The clock of the host can still fail.
            return LongestSleep;
        }
    }
}
