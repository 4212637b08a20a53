using System.Collections.Concurrent;

namespace PresenceClient.Soak.Wire.Exchanges;

/// <summary>What a client sent, by the ids of its attempts. Thread-safe.</summary>
internal sealed class SendLog
{
    private readonly ConcurrentDictionary<string, Sending> _sendings = new();

    public ICollection<Sending> All => _sendings.Values;

    public Sending Begin(string clientRequestId) => _sendings[clientRequestId] = new Sending();

    public Sending? Find(string clientRequestId) => _sendings.GetValueOrDefault(clientRequestId);

    /// <summary>
    /// Returns the number of attempts that were sent in a period and failed before they arrived, for example because
    /// their connection was closed.
    /// </summary>
    public int CountLost(TimeSpan from, TimeSpan to) =>
        _sendings.Values.Count(it => it.HasFailed && it.Exchange is null && it.Sent >= from && it.Sent <= to);
}
