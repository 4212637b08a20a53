using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using PresenceClient.Presences.Watching;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>A clock that stands still, and tells when the loop of a watch has looked at it and sleeps again.</summary>
internal sealed class LoopClock : FakeTimeProvider
{
    private readonly Channel<DateTimeOffset> _sleeps = Channel.CreateUnbounded<DateTimeOffset>();

    public LoopClock() : base(GraphStub.Start)
    {
    }

    /// <summary>Moves on, and waits until the loop has seen it. The loop looks every second, so move by more.</summary>
    public async Task PassAsync(TimeSpan time)
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

    public Task PassAsync(double seconds) => PassAsync(TimeSpan.FromSeconds(seconds));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        return state is WatchLoop ? new LoopTimer(this, timer) : timer;
    }

    private sealed class LoopTimer(LoopClock clock, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            DateTimeOffset now = clock.GetUtcNow();
            bool changed = timer.Change(dueTime, period);
            clock._sleeps.Writer.TryWrite(now);
            return changed;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
