namespace PresenceClient.Http;

/// <summary>
/// So many requests in any stretch of time: a ring of the times of the last ones, the oldest of which must be out of
/// the window before the next may go. Not thread-safe.
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

    /// <summary>How many requests may go in the window.</summary>
    public int Requests => _sent.Length;

    /// <summary>How many are in the window.</summary>
    public int CountAt(TimeSpan now) => _sent.Count(sent => sent > now - _length);

    /// <summary>When the request may go that has so many others before it in the queue.</summary>
    /// <param name="before">How many are to go before it.</param>
    /// <param name="earliest">When the first of all may go at the earliest.</param>
    public TimeSpan DueAt(int before, TimeSpan earliest)
    {
        // Those in the queue will be in the window in their turn: each round of the ring takes a whole window.
        (int rounds, int place) = Math.DivRem(before, _sent.Length);
        TimeSpan free = _sent[(int)(((long)_oldest + place) % _sent.Length)] + _length;
        return (free > earliest ? free : earliest) + (rounds * _length);
    }

    /// <summary>Notes a request that goes now.</summary>
    public void Add(TimeSpan now)
    {
        _sent[_oldest] = now;
        _oldest = (_oldest + 1) % _sent.Length;
    }
}
