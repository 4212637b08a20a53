namespace PresenceClient.Emulator.Limits;

/// <summary>
/// The requests of one application in a sliding window. Throttled requests count as well, so a client that continues
/// while it is throttled waits longer.
/// </summary>
internal sealed class RequestWindow(int limit, TimeSpan length)
{
    private readonly Lock _gate = new();
    // Requests before the last ones of the limit have no influence.
    private readonly Queue<DateTime> _latest = [];

    /// <summary>Counts a request, and returns the time to wait if it exceeds the limit.</summary>
    public TimeSpan? Count(DateTime now)
    {
        lock (_gate)
        {
            bool tooMany = _latest.Count == limit && now - _latest.Peek() < length;
            if (_latest.Count == limit)
            {
                _latest.Dequeue();
            }

            _latest.Enqueue(now);
            return tooMany ? _latest.Peek() + length - now : null;
        }
    }
}
