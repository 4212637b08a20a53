using PresenceClient.Soak.Timing;
using PresenceClient.Soak.Wire.Exchanges;

namespace PresenceClient.Soak.Wire.Checks;

/// <summary>
/// Calculates when the client must have done what shows later: when a request passed the gate, and when the client took
/// an answer. It is certain from the order within a call, or else a step before or after.
/// </summary>
internal sealed class Causes(Stalls stalls)
{
    /// <summary>Returns the earliest time at which a request can have passed the gate.</summary>
    public TimeSpan EarliestPass(Sending sending)
    {
        TimeSpan step = stalls.Before(sending.Sent);
        return sending.Exchange is { } exchange && FormerEnd(exchange) is { } former && former > step ? former : step;
    }

    /// <summary>Returns the latest time at which the client can have taken the head of an answer.</summary>
    public TimeSpan LatestTaken(Exchange exchange, TimeSpan answered)
    {
        TimeSpan step = stalls.After(answered);
        TimeSpan? next = exchange.Record?.ToArray()
            .FirstOrDefault(it => it.Chain == exchange.Chain && it.Sending?.Sent > answered)?.Sending?.Sent
                ?? exchange.Record?.Ended;
        return next < step ? next.Value : step;
    }

    /// <summary>
    /// Returns a time before the attempt began: the answer to the attempt before it, or the start of its call. Null for
    /// a request that many calls share.
    /// </summary>
    public static TimeSpan? FormerEnd(Exchange exchange)
    {
        // A request that its call gave up can arrive after the next one, so what arrived before it can be a later one.
        TimeSpan? former = exchange.Before?.Sending?.Answered;
        TimeSpan? began = exchange.Record?.Began;
        return former > began && former < exchange.Sending?.Sent ? former : began;
    }
}
