using PresenceClient.Soak.Timing;
using PresenceClient.Soak.Wire.Exchanges;

namespace PresenceClient.Soak.Wire.Checks;

/// <summary>
/// Calculates how long a 429 holds a client back at least and at most, from what the client sent and got. If answers
/// ask for no time, or repeatedly for less than a second, the time doubles with each wave of 429s until the client gets
/// another answer. The requests under way at the first 429 of a wave belong to the wave.
/// </summary>
internal sealed class HoldBackBounds(Stalls stalls, Causes causes)
{
    private const double LongestSeconds = 30;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    // More waves do not make the time longer.
    private static readonly int WavesToLongest = (int)Math.Ceiling(Math.Log2(LongestSeconds)) + 1;

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

    // Each attempt of a call follows the client's taking of the answer before it, so each 429 is another wave, unless
    // another answer can have come in between. It ends the waves if it belongs to the last one, or to none.
    private int LeastWaves(Exchange throttling, TimeSpan answered)
    {
        int waves = 1;
        TimeSpan until = causes.LatestTaken(throttling, answered);
        for (Exchange last = throttling;
            last is { IsResent: false, Before: { Sending.IsThrottled: true } before } && before.Record == last.Record
                && Causes.FormerEnd(before) is { } since;
            last = before)
        {
            if (throttling.Client.Sends.All.Any(it =>
                it.Answered >= since && it.Answered <= until && !it.IsThrottled))
            {
                break;
            }

            waves++;
        }

        return waves;
    }

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
