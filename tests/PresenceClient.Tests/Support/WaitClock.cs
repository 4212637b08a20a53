using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace PresenceClient.Tests.Support;

/// <summary>A clock that stands still, reports each wait that begins, and can jump over it.</summary>
internal sealed class WaitClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Channel<TimeSpan> _begun = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>Whether the clock jumps to the end of each wait.</summary>
    public bool Jumps { get; set; }

    /// <summary>The durations of the waits so far, in the order in which they began.</summary>
    public List<TimeSpan> Waits { get; } = [];

    /// <summary>Completes when one more wait has begun.</summary>
    public Task WaitBegunAsync() => _begun.Reader.ReadAsync(Test.Token).AsTask().BoundedAsync();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        if (state is CancellationTokenSource)
        {
            // A time limit is not a wait.
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
