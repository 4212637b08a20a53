namespace PresenceClient.Presences.Loading;

/// <summary>The answers that are recent enough to return again. Used under the coalescer's lock.</summary>
internal sealed class PresenceCache(TimeSpan maxAge, int capacity)
{
    private readonly Dictionary<Guid, LinkedListNode<Entry>> _entries = new(GuidComparer.Seeded);
    private readonly LinkedList<Entry> _oldestFirst = new();

    /// <summary>
    /// Finds an answer that is recent enough. It can be newer than <paramref name="now"/>, because a caller reads the
    /// clock before it waits for the lock. An answer from further in the future means that the clock was set back.
    /// </summary>
    /// <param name="key">The user.</param>
    /// <param name="now">The current time.</param>
    /// <param name="notBefore">The time after which the read must have begun; null for any.</param>
    public Task<LoadedPresence>? Find(Guid key, DateTimeOffset now, DateTimeOffset? notBefore) =>
        _entries.TryGetValue(key, out LinkedListNode<Entry>? entry)
            && (now - entry.Value.ReadAt).Duration() < maxAge
            && (notBefore is null || ReadBatch.IsBetween(entry.Value.BeganAt, notBefore.Value, now))
                ? entry.Value.Answer
                : null;

    /// <summary>Stores an answer, unless the cache has one from a read that began later.</summary>
    public void Keep(Guid key, LoadedPresence answer, DateTimeOffset beganAt)
    {
        if (_entries.TryGetValue(key, out LinkedListNode<Entry>? former))
        {
            if (ReadBatch.IsBetween(former.Value.BeganAt, beganAt, now: answer.ReadAt))
            {
                return;
            }

            _entries.Remove(key);
            _oldestFirst.Remove(former);
        }
        else if (_entries.Count == capacity)
        {
            _entries.Remove(_oldestFirst.First!.Value.Key);
            _oldestFirst.RemoveFirst();
        }

        _entries.Add(key, _oldestFirst.AddLast(new Entry(key, beganAt, answer.ReadAt, Task.FromResult(answer))));
    }

    private readonly record struct Entry(
        Guid Key, DateTimeOffset BeganAt, DateTimeOffset ReadAt, Task<LoadedPresence> Answer);
}
