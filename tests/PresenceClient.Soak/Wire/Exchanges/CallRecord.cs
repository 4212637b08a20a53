using PresenceClient.Soak.Timing;

namespace PresenceClient.Soak.Wire.Exchanges;

/// <summary>The exchanges of one call. Thread-safe.</summary>
internal sealed class CallRecord
{
    private readonly Lock _lock = new();
    private readonly List<Exchange> _exchanges = [];

    /// <summary>When the call began.</summary>
    public TimeSpan Began { get; } = Clock.Now;

    /// <summary>When the call ended for its caller; null while it runs.</summary>
    public TimeSpan? Ended { get; set; }

    public void Add(Exchange exchange)
    {
        lock (_lock)
        {
            _exchanges.Add(exchange);
        }
    }

    /// <summary>The exchanges until now, in the order in which they arrived.</summary>
    public Exchange[] ToArray()
    {
        lock (_lock)
        {
            return [.. _exchanges];
        }
    }
}
