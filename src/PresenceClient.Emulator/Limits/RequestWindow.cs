namespace PresenceClient.Emulator.Limits;

/// <summary>
/// The requests of one application: at most so many in any stretch of so long. A refused request counts as well, so who
/// goes on asking while throttled waits longer.
/// </summary>
internal sealed class RequestWindow(int limit, TimeSpan length)
{
    private readonly Lock _gate = new();
    // Older ones than the last of the limit decide nothing.
    private readonly Queue<DateTime> _latest = [];

    /// <summary>Counts a request; gives how long to wait if it is one too many.</summary>
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
