using System.Collections.Concurrent;

namespace PresenceClient.Tests.Support;

/// <summary>Keeps what is reported, at once and in order, and notices two reports at a time.</summary>
internal sealed class Reports<T> : IProgress<T>
{
    private readonly ConcurrentQueue<T> _all = new();
    private int _inside;

    public IReadOnlyCollection<T> All => _all;

    public bool Overlapped { get; private set; }

    /// <summary>What to throw at each report, if anything.</summary>
    public Exception? Failure { get; init; }

    /// <summary>The only report to throw at, from 1; 0 for each.</summary>
    public int FailsAt { get; init; }

    public void Report(T value)
    {
        Overlapped |= Interlocked.Increment(ref _inside) > 1;
        _all.Enqueue(value);
        Thread.Yield();
        Interlocked.Decrement(ref _inside);
        if (Failure is not null && (FailsAt == 0 || FailsAt == _all.Count))
        {
            throw Failure;
        }
    }
}
