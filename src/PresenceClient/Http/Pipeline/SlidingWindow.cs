namespace PresenceClient.Http;

/// <summary>
/// A limit of requests in any period of a given length. A ring holds the times of the last requests, and the oldest
/// must leave the window before the next request may be sent. Not thread-safe.
/// </summary>
internal sealed class SlidingWindow
{
    private readonly TimeSpan _length;
    private readonly TimeSpan[] _sent;
    private int _oldest;

    public SlidingWindow(int requests, TimeSpan length)
    {
        _length = length;
        _sent = new TimeSpan[requests];
        Array.Fill(_sent, -length);
    }

    /// <summary>The limit.</summary>
    public int Requests => _sent.Length;

    /// <summary>Returns the number of requests in the window.</summary>
    public int CountAt(TimeSpan now) => _sent.Count(sent => sent > now - _length);

    /// <summary>Returns when a request in a queue may be sent.</summary>
    /// <param name="before">The number of requests before it in the queue.</param>
    /// <param name="earliest">The earliest time for the first request in the queue.</param>
    public TimeSpan DueAt(int before, TimeSpan earliest)
    {
        // The requests before it fill the ring in their turn, and each round of the ring takes a whole window.
        (int rounds, int place) = Math.DivRem(before, _sent.Length);
        TimeSpan free = _sent[(int)(((long)_oldest + place) % _sent.Length)] + _length;
        return (free > earliest ? free : earliest) + (rounds * _length);
    }

    /// <summary>Adds a request that is sent now.</summary>
    public void Add(TimeSpan now)
    {
        _sent[_oldest] = now;
        _oldest = (_oldest + 1) % _sent.Length;
    }
}
