namespace PresenceClient.Presences.Loading;

/// <summary>Answers that are young enough to be given again. Used under the coalescer's lock.</summary>
internal sealed class PresenceCache(TimeSpan maxAge, int capacity)
{
    private readonly Dictionary<Guid, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _oldestFirst = new();

    /// <summary>The answer, if it is young enough.</summary>
    /// <remarks>
    /// The time is read before the lock is taken, so an answer can come from a moment after it; one from far in the
    /// future says that the clock was put back.
    /// </remarks>
    public Task<LoadedPresence>? Find(Guid key, DateTimeOffset now)
    {
        if (!_entries.TryGetValue(key, out LinkedListNode<Entry>? entry))
        {
            return null;
        }

        TimeSpan apart = (now - entry.Value.ReadAt).Duration();
        return apart < maxAge ? entry.Value.Answer : null;
    }

    public void Keep(Guid key, LoadedPresence answer)
    {
        if (_entries.Remove(key, out LinkedListNode<Entry>? former))
        {
            _oldestFirst.Remove(former);
        }
        else if (_entries.Count == capacity)
        {
            _entries.Remove(_oldestFirst.First!.Value.Key);
            _oldestFirst.RemoveFirst();
        }

        _entries.Add(key, _oldestFirst.AddLast(new Entry(key, answer.ReadAt, Task.FromResult(answer))));
    }

    private readonly record struct Entry(Guid Key, DateTimeOffset ReadAt, Task<LoadedPresence> Answer);
}
