namespace PresenceClient.Emulator.Requests;

/// <summary>
/// The latest requests, in the order of their arrival. Adding reserves a number and a slot, without a lock.
/// </summary>
internal sealed class RequestLog(int capacity)
{
    private readonly RecordedRequest?[] _slots = new RecordedRequest?[capacity];
    private long _added;
    private long _forgotten;

    public void Add(RecordedRequest request)
    {
        if (capacity == 0)
        {
            return;
        }

        request.Number = Interlocked.Increment(ref _added) - 1;
        Volatile.Write(ref _slots[request.Number % capacity], request);
    }

    public void Clear() => Volatile.Write(ref _forgotten, Volatile.Read(ref _added));

    /// <summary>Returns the recorded requests. A request that is being added can be missing.</summary>
    public RecordedRequest[] Read()
    {
        int used = (int)Math.Min(Volatile.Read(ref _added), capacity);
        long first = Volatile.Read(ref _forgotten);
        var requests = new List<RecordedRequest>(used);
        for (int i = 0; i < used; i++)
        {
            if (Volatile.Read(ref _slots[i]) is { } request && request.Number >= first)
            {
                requests.Add(request);
            }
        }

        requests.Sort(static (one, other) => one.Number.CompareTo(other.Number));
        return [.. requests];
    }
}
