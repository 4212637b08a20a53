using System.Collections.Concurrent;

namespace PresenceClient.Redis.Trial;

/// <summary>What must not happen, with examples. Thread-safe.</summary>
internal sealed class Findings
{
    private const int MostExamples = 10;

    private readonly ConcurrentQueue<string> _examples = new();
    private int _invented;
    private int _outOfOrder;

    public int InventedCount => _invented;

    public int OutOfOrderCount => _outOfOrder;

    public IEnumerable<string> Examples => _examples;

    public void Invented(string example)
    {
        Interlocked.Increment(ref _invented);
        Add($"invented: {example}");
    }

    public void OutOfOrder(string example)
    {
        Interlocked.Increment(ref _outOfOrder);
        Add($"out of order: {example}");
    }

    public void Lost(string example) => Add($"lost: {example}");

    private void Add(string example)
    {
        if (_examples.Count < MostExamples)
        {
            _examples.Enqueue(example);
        }
    }
}
