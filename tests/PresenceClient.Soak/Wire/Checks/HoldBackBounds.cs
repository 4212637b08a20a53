using PresenceClient.Soak.Timing;
using PresenceClient.Soak.Wire.Exchanges;

namespace PresenceClient.Soak.Wire.Checks;

/// <summary>
/// Calculates how long a 429 holds a client back at least and at most, from what the client sent and got. If answers
/// ask for no time, or repeatedly for less than a second, the time doubles with each wave of 429s until the client gets
/// another answer. The requests under way at the first 429 of a wave belong to the wave.
/// </summary>
internal sealed class HoldBackBounds(Stalls stalls)
{
    private const double LongestSeconds = 30;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    // More waves do not make the time longer.
    private static readonly int WavesToLongest = (int)Math.Ceiling(Math.Log2(LongestSeconds)) + 1;

    private readonly Causes _causes = new(stalls);

    /// <summary>The longest back-off after a number of waits.</summary>
    public static TimeSpan LongestBackOff(int waits) =>
        TimeSpan.FromSeconds(Math.Min(Math.Pow(2, waits), LongestSeconds));

    /// <summary>Returns the earliest time at which the client may send a request after a 429.</summary>
    public TimeSpan EarliestEnd(Exchange throttling, TimeSpan answered)
    {
        TimeSpan asked = throttling.HeldUntil ?? TimeSpan.Zero;
        int waves = throttling.Asked >= Second ? 1 : LeastWaves(throttling, answered);
        TimeSpan backOff = waves > 1 ? answered + (LongestBackOff(waves - 1) / 2) : TimeSpan.Zero;
        return asked > backOff ? asked : backOff;
    }

    /// <summary>Returns the longest time for which a 429 can hold the client back.</summary>
    public TimeSpan Longest(Exchange throttling, Sending sending)
    {
        TimeSpan backOff = LongestBackOff(MostWaves([.. throttling.Client.Sends.All], sending) - 1);
        return throttling.Asked > backOff ? throttling.Asked.Value : backOff;
    }

    // An attempt is sent after the client took the answer to the attempt before it, so the 429s of a call belong to
    // different waves. Another answer in between can have ended the waves.
    private int LeastWaves(Exchange throttling, TimeSpan answered)
    {
        int waves = 1;
        TimeSpan until = _causes.LatestTaken(throttling, answered);
        for (Exchange? former = FormerThrottled(throttling); former is not null; former = FormerThrottled(former))
        {
            TimeSpan? since = Causes.FormerEnd(former);
            if (throttling.Client.Sends.All.Any(it =>
                it.Answered >= since && it.Answered <= until && !it.IsThrottled))
            {
                break;
            }

            waves++;
        }

        return waves;
    }

    // The attempt of the same call before this one, if it was answered with 429.
    private static Exchange? FormerThrottled(Exchange exchange) =>
        exchange is { Record: { } record, IsResent: false, Before: { Sending: { IsThrottled: true } former } before }
            && before.Record == record && former.Answered < exchange.Sending?.Sent
                ? before
                : null;

    private int MostWaves(Sending[] sendings, Sending last)
    {
        int waves = 1;
        for (; waves < WavesToLongest; waves++)
        {
            Sending? former = sendings.Where(it => it.IsThrottled && it.Answered <= last.Sent)
                .MaxBy(static it => it.Sent);
            if (former is null || HasEnded(sendings, former, last))
            {
                break;
            }

            last = former;
        }

        return waves;
    }

    // Whether another answer certainly ended the waves between two 429s, because the client took no 429 while it was
    // under way.
    private bool HasEnded(Sending[] sendings, Sending from, Sending to) => sendings.Any(it =>
        it.Sent > from.Answered && it.Answered < to.Answered && !it.IsThrottled
            && stalls.Before(it.Sent) is var earliest && stalls.After(it.Answered.Value) is var latest
            && !sendings.Any(other => other.IsThrottled && other.Answered <= latest
                && stalls.After(other.Answered.Value) >= earliest));
}
