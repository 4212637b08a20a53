using System.Collections.Concurrent;

namespace PresenceClient.Tests.Support;

/// <summary>Keeps what is reported, at once and in order.</summary>
internal sealed class Reports<T> : IProgress<T>
{
    private readonly ConcurrentQueue<T> _all = new();

    public IReadOnlyCollection<T> All => _all;

    public void Report(T value) => _all.Enqueue(value);
}
