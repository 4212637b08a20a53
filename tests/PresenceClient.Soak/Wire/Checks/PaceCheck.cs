using PresenceClient.Soak.Report;
using PresenceClient.Soak.Timing;
using PresenceClient.Soak.Wire.Answers;
using PresenceClient.Soak.Wire.Clients;
using PresenceClient.Soak.Wire.Exchanges;

namespace PresenceClient.Soak.Wire.Checks;

/// <summary>
/// Checks by arrival times that no client exceeded its pace, or sent during a hold-back. Requests that .NET's own
/// handler sent again do not count.
/// </summary>
internal sealed class PaceCheck(Findings findings, Stalls stalls)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    // A request that has passed the client's gate may still be under way.
    private static readonly TimeSpan OnTheWay = TimeSpan.FromMilliseconds(300);

    // A request that passed the gate before the 429 can still wait for a connection. Every hold-back is longer.
    private static readonly TimeSpan PastTheGate = TimeSpan.FromMilliseconds(700);

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private const int MostOfSecond = 40;

    public void Check(SoakClient client)
    {
        Exchange[] sent = [.. client.Exchanges.Where(static it => !it.IsResent).OrderBy(static it => it.Arrived)];
        if (client.Plan.Pace is { } pace)
        {
            CheckWindows(sent, pace, Window, $"more than {pace} requests in 30 s");
        }

        foreach (Exchange throttling in client.Exchanges.Where(static it => it is { HoldBack: not null, IsSeen: true }))
        {
            CheckHoldBack(sent, throttling);
        }

        CheckWindows(
            [.. sent.Where(static it => it.Answer.Group == AnswerGroup.Throttled)],
            MostOfSecond,
            Second,
            $"more than {MostOfSecond} requests in a second, each answered 429");
    }

    private void CheckWindows(Exchange[] sent, int most, TimeSpan window, string kind)
    {
        for (int first = 0; first + most < sent.Length; first++)
        {
            (Exchange from, Exchange to) = (sent[first], sent[first + most]);
            TimeSpan apart = to.Arrived - from.Arrived;
            if (apart < window - OnTheWay - stalls.Within(from.Arrived - Second, from.Arrived))
            {
                findings.Add(
                    Figure.OverPace, kind, $"{most + 1} requests in {apart.TotalSeconds:0.000} s\n{from}\n{to}");
            }
        }
    }

    private void CheckHoldBack(Exchange[] sent, Exchange throttling)
    {
        if (throttling.HeadSent is not { } from || throttling.HoldBack is not { } holdBack || holdBack <= PastTheGate)
        {
            return;
        }

        TimeSpan until = holdBack < TimeSpan.MaxValue - from ? from + holdBack : TimeSpan.MaxValue;
        foreach (Exchange late in sent.Where(it => it.Arrived > from + PastTheGate && it.Arrived < until))
        {
            if (late.Arrived - from > PastTheGate + (2 * stalls.Within(from, late.Arrived)))
            {
                findings.Add(
                    Figure.OverPace,
                    "a request during a hold-back",
                    $"{(late.Arrived - from).TotalSeconds:0.000} s after the 429\n{throttling}\n{late}");
            }
        }
    }
}
