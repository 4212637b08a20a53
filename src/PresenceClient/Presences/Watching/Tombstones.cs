namespace PresenceClient.Presences.Watching;

/// <summary>
/// The users who were removed last, for readers that continue after a version. Their number is limited: a reader that
/// needs an older one gets the state of all users instead.
/// </summary>
/// <param name="start">The version that the watch starts with: the first one that is known.</param>
internal sealed class Tombstones(long start)
{
    private const int Capacity = 10_000;

    private readonly Queue<(string Id, long FirstVersion, long Version)> _removed = new();
    private readonly Dictionary<string, long> _versions = new(StringComparer.OrdinalIgnoreCase);
    private long _horizon = start;

    public void Add(string id, long firstVersion, long version)
    {
        if (_removed.Count == Capacity)
        {
            (string oldest, _, _horizon) = _removed.Dequeue();
            if (_versions[oldest] == _horizon)
            {
                _versions.Remove(oldest);
            }
        }

        _removed.Enqueue((id, firstVersion, version));
        _versions[id] = version;
    }

    /// <summary>The version of a user's last removal; null if it is not known.</summary>
    public long? VersionOf(string id) => _versions.TryGetValue(id, out long version) ? version : null;

    /// <summary>Whether every removal after a version is known.</summary>
    public bool Reach(long version) => version >= _horizon;

    /// <summary>The users who were known at a version, and were removed later.</summary>
    public IEnumerable<string> Since(long version) => _removed
        .Where(user => user.Version > version && user.FirstVersion <= version)
        .Select(static user => user.Id);
}
