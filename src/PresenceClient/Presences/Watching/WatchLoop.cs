using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using PresenceClient.Http;

namespace PresenceClient.Presences.Watching;

/// <summary>
/// What a watch does by itself: one loop, which decides in each turn what is to be read now, and then sleeps until
/// something happens. All decisions are made there, one after the other; only the reads run beside it.
/// </summary>
internal sealed partial class WatchLoop : IAsyncDisposable
{
    // How soon a jump of the wall clock is noticed.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly ConcurrentQueue<PageEnd> _ended = new();
    private readonly GraphPipeline _pipeline;
    private readonly WatchState _state;
    private readonly PresenceWatchOptions _options;
    private readonly SweepSchedule _schedule;
    private readonly ClockJump _clock;
    private readonly SweepLane _lane;
    private readonly int _atOnce;
    private readonly CancellationToken _stop;
    private readonly ITimer _timer;
    private readonly Task _running;

    public WatchLoop(
        GraphPipeline pipeline, WatchState state, PresenceWatchOptions options, CancellationToken stop)
    {
        (_pipeline, _state, _options, _stop) = (pipeline, state, options, stop);
        _schedule = new SweepSchedule(options, pipeline.Time);
        _clock = new ClockJump(pipeline.Time);
        _lane = pipeline.Gate.CreateLane(options.PaceShare);

        // More would wait at the gate for longer than a window, and could run out of time there.
        _atOnce = Math.Min(options.MaxConcurrency, _lane.Share?.Requests ?? options.MaxConcurrency);
        _state.SetInterval(_schedule.Interval);

        // It is nobody's in particular: neither the trace nor the culture of who makes the watch.
        using AsyncFlowControl flow = ExecutionContext.SuppressFlow();
        _timer = pipeline.Time.CreateTimer(
            static loop => ((WatchLoop)loop!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _running = Task.Run(RunAsync, CancellationToken.None);
    }

    /// <summary>Has the loop look what there is to do.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>Waits for its end, once it is to stop; nothing is under way afterwards.</summary>
    public async ValueTask DisposeAsync()
    {
        Wake();
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

        // What woke it may have been the end of a read.
        Collect();
        while (_underWay > 0)
        {
            await _wake.Reader.ReadAsync().ConfigureAwait(false);
            Collect();
        }

        AbandonSweep();
        SetStale(0);
    }

    // Timers count whole milliseconds. Time passes while a turn runs, so what was due later can be overdue by now, and a
    // timer takes a negative time as infinite, or refuses it.
    private void Sleep(TimeSpan? duration) => _timer.Change(
        duration is { } time
            ? TimeSpan.FromMilliseconds(
                Math.Clamp(Math.Ceiling(time.TotalMilliseconds), 1, LongestSleep.TotalMilliseconds))
            : Timeout.InfiniteTimeSpan,
        Timeout.InfiniteTimeSpan);

    [SuppressMessage("Design", "CA1031", Justification = "The loop must not die; what it met is reported.")]
    private TimeSpan? SafeTurn()
    {
        try
        {
            return Turn();
        }
        catch (Exception e)
        {
            Report(new PresenceException("The watch failed. It continues with the next sweep.", e));
            AbandonSweep();
            _state.Announce();
            _schedule.End(isThrottled: false, isClean: false);
            return _schedule.Left;
        }
    }
}
