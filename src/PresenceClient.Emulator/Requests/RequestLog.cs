namespace PresenceClient.Emulator;

/// <summary>
/// The latest requests, in the order of their arrival. Adding takes a number and then a slot, and no lock.
/// </summary>
internal sealed class RequestLog(int capacity)
{
    private readonly Entry?[] _slots = new Entry?[capacity];
    private long _added;
    private long _forgotten;

    public void Add(RecordedRequest request)
    {
        if (capacity == 0)
            return;
        long number = Interlocked.Increment(ref _added) - 1;
        Volatile.Write(ref _slots[number % capacity], new Entry(number, request));
    }

    public void Clear() => Volatile.Write(ref _forgotten, Volatile.Read(ref _added));

    /// <summary>What the log holds now; a request that is just being added may be missing.</summary>
    public RecordedRequest[] Read()
    {
        var used = (int)Math.Min(Volatile.Read(ref _added), capacity);
        long first = Volatile.Read(ref _forgotten);
        var entries = new List<Entry>(used);
        for (var i = 0; i < used; i++)
        {
            if (Volatile.Read(ref _slots[i]) is { } entry && entry.Number >= first)
                entries.Add(entry);
        }

        entries.Sort(static (one, other) => one.Number.CompareTo(other.Number));
        return [.. entries.Select(entry => entry.Request)];
    }

    private sealed record Entry(long Number, RecordedRequest Request);
}
