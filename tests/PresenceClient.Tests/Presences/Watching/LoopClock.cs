using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using PresenceClient.Presences.Watching;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>
/// A clock that stands still, and notices when the loop of a watch has taken a turn and sleeps again.
/// </summary>
internal sealed class LoopClock : FakeTimeProvider
{
    private readonly Channel<DateTimeOffset> _sleeps = Channel.CreateUnbounded<DateTimeOffset>();

    private readonly ConcurrentBag<WeakReference<WatchLoop>> _loops = [];

    private readonly Lock _reading = new();

    public LoopClock() : base(FakeGraph.Start)
    {
    }

    /// <summary>How far the wall clock has left time itself: the machine slept, or the clock was set.</summary>
    public TimeSpan Jump { get; set; }

    /// <summary>For how long the loop sleeps, since it began to.</summary>
    public TimeSpan Sleep { get; private set; }

    /// <summary>How many of the next readings of the timestamp fail.</summary>
    public int Failing { get; set; }

    /// <summary>Whether there is a loop that has not been collected.</summary>
    public bool HasLoop => _loops.Any(static loop => loop.TryGetTarget(out _));

    /// <summary>
    /// Moves on, and has the loop look. By itself it looks once a second, which a clock that stands still does not let
    /// pass.
    /// </summary>
    public new void Advance(TimeSpan time)
    {
        base.Advance(time);
        foreach (WeakReference<WatchLoop> loop in _loops)
        {
            if (loop.TryGetTarget(out WatchLoop? target))
            {
                target.Wake();
            }
        }
    }

    /// <summary>Moves on when the loop sleeps, and waits until it has seen it.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        if (Failing == 0)
        {
            await LookAsync(TimeSpan.Zero);
        }

        await LookAsync(time);
    }

    public Task PassAsync(double seconds) => PassAsync(TimeSpan.FromSeconds(seconds));

    /// <summary>Keeps other threads, and so the loops, from reading the clock until the scope ends.</summary>
    public Lock.Scope Hold() => _reading.EnterScope();

    // Moves on, and waits until the loop sleeps again. A turn that has begun before could otherwise still plan the next
    // sweep, by the new time.
    private async Task LookAsync(TimeSpan time)
    {
        while (_sleeps.Reader.TryRead(out _))
        {
            // Those were before.
        }

        Advance(time);
        DateTimeOffset now = GetUtcNow();
        while (await _sleeps.Reader.ReadAsync(Test.Token).AsTask().BoundedAsync() < now)
        {
            // It slept before it could see.
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_reading)
        {
            return base.GetUtcNow() + Jump;
        }
    }

    public override long GetTimestamp()
    {
        lock (_reading)
        {
            if (Failing > 0)
            {
                Failing--;
                throw new InvalidOperationException("The clock is out of order.");
            }

            return base.GetUtcNow().Ticks;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        if (state is not WatchLoop loop)
        {
            return timer;
        }

        _loops.Add(new WeakReference<WatchLoop>(loop));
        return new LoopTimer(this, timer);
    }

    private sealed class LoopTimer(LoopClock clock, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            DateTimeOffset now = clock.GetUtcNow();
            bool changed = timer.Change(dueTime, period);
            clock.Sleep = dueTime;
            clock._sleeps.Writer.TryWrite(now);
            return changed;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
