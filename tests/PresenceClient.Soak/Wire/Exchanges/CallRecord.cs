using PresenceClient.Soak.Timing;

namespace PresenceClient.Soak.Wire.Exchanges;

/// <summary>The exchanges of one call. Thread-safe.</summary>
internal sealed class CallRecord
{
    private const int ShownExchanges = 8;

    private readonly Lock _lock = new();
    private readonly List<Exchange> _exchanges = [];

    /// <summary>The start of the call.</summary>
    public TimeSpan Began { get; } = Clock.Now;

    /// <summary>The end of the call for its caller; null while it runs.</summary>
    public TimeSpan? Ended { get; set; }

    public void Add(Exchange exchange)
    {
        lock (_lock)
        {
            _exchanges.Add(exchange);
        }
    }

    /// <summary>The last exchanges, for reports.</summary>
    public override string ToString() => string.Join('\n', ToArray().TakeLast(ShownExchanges));

    /// <summary>
    /// The exchanges so far, in the order in which they were sent. A request that its call gave up can arrive after a
    /// later one.
    /// </summary>
    public Exchange[] ToArray()
    {
        lock (_lock)
        {
            return [.. _exchanges.OrderBy(static it => it.Sending?.Sent ?? it.Arrived)];
        }
    }
}
