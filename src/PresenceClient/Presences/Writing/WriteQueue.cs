namespace PresenceClient.Presences;

/// <summary>
/// Which write goes next: the earliest one whose user has none under way. So the writes of a user keep their order, and
/// a user of many writes holds up nobody who was named between them.
/// </summary>
internal sealed class WriteQueue
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<int, int> _ready = new();

    // The place of the same user's next write; 0, which follows nothing, where there is none.
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
    /// Takes the next write. Where there is none, a worker can leave: each one still at work goes on with what its own
    /// write holds up.
    /// </summary>
    public bool TryTake(out int place)
    {
        lock (_gate)
        {
            return _ready.TryDequeue(out place, out _);
        }
    }

    /// <summary>Lets the next write of the same user go.</summary>
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
