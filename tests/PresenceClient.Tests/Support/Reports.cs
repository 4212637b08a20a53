using System.Collections.Concurrent;

namespace PresenceClient.Tests.Support;

/// <summary>Records the reports in order, and notices two reports at the same time.</summary>
internal sealed class Reports<T> : IProgress<T>
{
    private readonly ConcurrentQueue<T> _all = new();
    private int _inside;

    public IReadOnlyCollection<T> All => _all;

    public bool Overlapped { get; private set; }

    /// <summary>The exception to throw at each report; null for none.</summary>
    public Exception? Failure { get; init; }

    /// <summary>The number of the only report at which to throw, from 1; 0 for each report.</summary>
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
