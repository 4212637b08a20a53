using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using PresenceClient.Tests.Support;
using PresenceClient.Users.Holding;

namespace PresenceClient.Tests.Users.Holding;

/// <summary>A clock that stands still, and knows when every held session sleeps until its next request.</summary>
internal sealed class HoldClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    // More than have passed since the first year of the calendar.
    private const long MostSeconds = 3_000L * 366 * 24 * 60 * 60;

    private readonly ConcurrentDictionary<Alarm, bool> _alarms = new();
    private readonly ConcurrentDictionary<TimeSpan, bool> _timers = new();
    private readonly Channel<bool> _changes = Channel.CreateUnbounded<bool>();

    /// <summary>
    /// How much too early the timers of lapses ring, as those of the real clock can: they count in coarse ticks.
    /// </summary>
    public TimeSpan LapseTimersAreEarlyBy { get; set; }

    // A clock's timestamps can be negative: only the time between two of them has a meaning.
    public override long GetTimestamp() => base.GetTimestamp() - (TimestampFrequency * MostSeconds);

    /// <summary>Waits until all sessions sleep, or have ended.</summary>
    public async Task IdleAsync()
    {
        while (_alarms.Keys.Any(static alarm => !alarm.IsSet))
        {
            await _changes.Reader.ReadAsync(Test.Token).AsTask().BoundedAsync();
        }
    }

    /// <summary>Waits until something waits for a time, for example an emulator that is slow.</summary>
    public Task WaitingAsync(TimeSpan time) => HeldTenant.UntilAsync(() => _timers.ContainsKey(time));

    /// <summary>Lets time pass, with everything that happens in it.</summary>
    /// <param name="time">How long.</param>
    /// <param name="step">After how long everything is looked at.</param>
    /// <param name="look">What to look at.</param>
    public async Task PassAsync(TimeSpan time, TimeSpan step, Action? look = null)
    {
        for (TimeSpan passed = default; passed < time; passed += step)
        {
            Advance(step);
            await IdleAsync();
            look?.Invoke();
        }
    }

    /// <summary>Lets time pass, second by second, until a task is done.</summary>
    public async Task PassUntilAsync(Task task)
    {
        await IdleAsync();
        while (!task.IsCompleted)
        {
            Advance(TimeSpan.FromSeconds(1));
            await IdleAsync();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (state is Action)
        {
            return new EarlyTimer(this, base.CreateTimer(callback, state, dueTime, period));
        }

        if (state is not HeldSession)
        {
            ITimer timer = base.CreateTimer(callback, state, dueTime, period);
            _timers[dueTime] = true;
            return timer;
        }

        var alarm = new Alarm(this);
        alarm.Timer = base.CreateTimer(
            s =>
            {
                alarm.IsSet = false;
                callback(s);
            },
            state, dueTime, period);
        _alarms[alarm] = true;
        return alarm;
    }

    private sealed class EarlyTimer(HoldClock clock, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(
            dueTime > clock.LapseTimersAreEarlyBy ? dueTime - clock.LapseTimersAreEarlyBy : dueTime, period);

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }

    private sealed class Alarm(HoldClock clock) : ITimer
    {
        private volatile bool _isSet;

        public ITimer Timer { get; set; } = null!;

        public bool IsSet
        {
            get => _isSet;
            set => _isSet = value;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            IsSet = dueTime != Timeout.InfiniteTimeSpan;
            bool changed = Timer.Change(dueTime, period);
            clock._changes.Writer.TryWrite(true);
            return changed;
        }

        public void Dispose()
        {
            Timer.Dispose();
            clock._alarms.TryRemove(this, out _);
            clock._changes.Writer.TryWrite(true);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
