namespace PresenceClient.Presences;

/// <summary>
/// Puts presences where their ids stand in a chunk. The service promises no order, but mostly keeps the one asked for.
/// </summary>
internal sealed class ChunkPlaces(ReadOnlyMemory<string> ids, Memory<UserPresence?> found)
{
    private Dictionary<string, int>? _places;
    private int _next;

    /// <summary>Puts the presences of a page; one that was not asked for is left out, of two the last stays.</summary>
    public void Put(List<UserPresence> presences)
    {
        for (int i = 0; i < presences.Count; i++)
        {
            Put(presences[i]);
        }
    }

    private void Put(UserPresence presence)
    {
        // The reader gives the caller's own string where it is, to the letter, the one that comes next.
        if (_next < ids.Length && ReferenceEquals(presence.Id, ids.Span[_next]))
        {
            found.Span[_next++] = presence;
        }
        else if ((_places ??= FindPlaces()).TryGetValue(presence.Id, out int place))
        {
            found.Span[place] = presence;
            _next = place + 1;
        }
    }

    private Dictionary<string, int> FindPlaces()
    {
        Dictionary<string, int> places = new(ids.Length, StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < ids.Length; i++)
        {
            places.Add(ids.Span[i], i);
        }

        return places;
    }
}
