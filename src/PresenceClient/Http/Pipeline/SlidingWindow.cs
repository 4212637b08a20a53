namespace PresenceClient.Http;

/// <summary>
/// A limit of requests in any period of a given length. A ring holds the times of the last requests, and an old one
/// must leave the window before the next request may be sent. Not thread-safe.
/// </summary>
internal sealed class SlidingWindow
{
    private readonly TimeSpan _length;
    private readonly TimeSpan[] _sent;
    private int _next;

    /// <param name="most">The highest limit, and the limit at first.</param>
    /// <param name="length">The length of the period.</param>
    public SlidingWindow(int most, TimeSpan length)
    {
        (Requests, _length) = (most, length);
        _sent = new TimeSpan[most];
        Array.Fill(_sent, -length);
    }

    /// <summary>The highest limit.</summary>
    public int Most => _sent.Length;

    /// <summary>
    /// The limit, at most <see cref="Most"/>. The ring remembers more than a lower limit needs, because the limit can
    /// rise again within the period.
    /// </summary>
    public int Requests { get; set; }

    /// <summary>Returns the number of requests in the window.</summary>
    public int CountAt(TimeSpan now) => _sent.Count(sent => sent > now - _length);

    /// <summary>Returns when a request in a queue may be sent.</summary>
    /// <param name="before">The number of requests before it in the queue.</param>
    /// <param name="earliest">The earliest time for the first request in the queue.</param>
    public TimeSpan DueAt(int before, TimeSpan earliest)
    {
        // The requests before it fill the window in their turn, and each round of it takes a whole period.
        (int rounds, int place) = Math.DivRem(before, Requests);
        int oldest = _next - Requests + place;
        TimeSpan free = _sent[oldest < 0 ? oldest + Most : oldest] + _length;
        return (free > earliest ? free : earliest) + (rounds * _length);
    }

    /// <summary>Adds a request that is sent now.</summary>
    public void Add(TimeSpan now)
    {
        _sent[_next] = now;
        _next = (_next + 1) % Most;
    }
}
