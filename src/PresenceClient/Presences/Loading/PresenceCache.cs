namespace PresenceClient.Presences.Loading;

/// <summary>Answers that are young enough to be given again. Used under the coalescer's lock.</summary>
internal sealed class PresenceCache(TimeSpan maxAge, int capacity)
{
    private readonly Dictionary<Guid, LinkedListNode<Entry>> _entries = new(GuidComparer.Seeded);
    private readonly LinkedList<Entry> _oldestFirst = new();

    /// <summary>
    /// The answer, if it is young enough. It can be younger than <paramref name="now"/>, since a caller looks at the
    /// clock before it waits for the lock; one from further in the future says that the clock was put back.
    /// </summary>
    public Task<LoadedPresence>? Find(Guid key, DateTimeOffset now) =>
        _entries.TryGetValue(key, out LinkedListNode<Entry>? entry) && (now - entry.Value.ReadAt).Duration() < maxAge
            ? entry.Value.Answer
            : null;

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
