using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace PresenceClient.Tests.Support;

/// <summary>A clock that stands still, tells of each wait that begins, and jumps over it if that is wanted.</summary>
internal sealed class WaitClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Channel<TimeSpan> _begun = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>Whether a wait is over at once, the clock with it.</summary>
    public bool Jumps { get; set; }

    /// <summary>How long the waits were to be so far, while calls come one after the other.</summary>
    public List<TimeSpan> Waits { get; } = [];

    /// <summary>Done once one more wait has begun.</summary>
    public Task WaitBegunAsync() => _begun.Reader.ReadAsync(Test.Token).AsTask().BoundedAsync();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        if (state is CancellationTokenSource)
        {
            // A time limit is no wait.
            return timer;
        }

        lock (Waits)
        {
            Waits.Add(dueTime);
        }

        _begun.Writer.TryWrite(dueTime);
        if (Jumps)
        {
            Advance(dueTime);
        }

        return timer;
    }
}
