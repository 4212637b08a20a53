namespace PresenceClient.Presences;

/// <summary>
/// Selects the next write: the earliest one whose user has no write in flight. The writes of a user keep their order,
/// and a user with many writes does not delay the others.
/// </summary>
internal sealed class WriteQueue
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<int, int> _ready = new();

    // The index of the same user's next write; 0, which is never a next write, if there is none.
    private readonly int[] _next;

    public WriteQueue(PresenceWrite[] writes)
    {
        _next = new int[writes.Length];
        var latest = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < writes.Length; i++)
        {
            if (latest.TryGetValue(writes[i].UserId, out int before))
            {
                _next[before] = i;
            }
            else
            {
                _ready.Enqueue(i, i);
            }

            latest[writes[i].UserId] = i;
        }
    }

    /// <summary>
    /// Takes the next write. If there is none, the worker can stop: each worker that is still active continues with
    /// the writes that wait for its own.
    /// </summary>
    public bool TryTake(out int place)
    {
        lock (_gate)
        {
            return _ready.TryDequeue(out place, out _);
        }
    }

    /// <summary>Releases the next write of the same user.</summary>
    public void Release(int place)
    {
        if (_next[place] is > 0 and int next)
        {
            lock (_gate)
            {
                _ready.Enqueue(next, next);
            }
        }
    }
}
