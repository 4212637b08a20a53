using System.Collections.Concurrent;

namespace PresenceClient.Soak.Wire.Exchanges;

/// <summary>All exchanges and calls of the run. Thread-safe.</summary>
internal sealed class Journal
{
    private readonly ConcurrentDictionary<long, Exchange> _byOrdinal = new();
    private readonly ConcurrentDictionary<string, Exchange> _byClientRequestId = new();
    private readonly ConcurrentDictionary<int, CallRecord> _calls = new();
    private readonly ConcurrentDictionary<string, Exchange> _lastOfChain = new();

    public ICollection<Exchange> Exchanges => _byOrdinal.Values;

    public ICollection<KeyValuePair<int, CallRecord>> Calls => _calls;

    public CallRecord Begin(int call) => _calls.GetOrAdd(call, static _ => new CallRecord());

    public CallRecord? Find(int call) => _calls.GetValueOrDefault(call);

    public Exchange? Find(long ordinal) => _byOrdinal.GetValueOrDefault(ordinal);

    /// <summary>The last exchange of an attempt.</summary>
    public Exchange? FindByClientRequestId(string id) => _byClientRequestId.GetValueOrDefault(id);

    /// <summary>The last exchange of a chain.</summary>
    public Exchange? FindLast(string chain) => _lastOfChain.GetValueOrDefault(chain);

    public void Add(Exchange exchange)
    {
        _byOrdinal[exchange.Ordinal] = exchange;
        _byClientRequestId[exchange.ClientRequestId] = exchange;
        _lastOfChain[exchange.Chain] = exchange;
        exchange.Record?.Add(exchange);
    }
}
