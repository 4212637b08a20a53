using PresenceClient.Soak.Report;
using PresenceClient.Soak.Timing;
using PresenceClient.Soak.Wire.Clients;
using PresenceClient.Soak.Wire.Exchanges;

namespace PresenceClient.Soak.Wire.Checks;

/// <summary>
/// Checks that no client exceeded its pace, or sent during a hold-back. All that the client sent counts, also what did
/// not arrive. Requests that .NET's own handler sent again do not count.
/// </summary>
internal sealed class PaceCheck(Findings findings, Stalls stalls)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    private readonly Causes _causes = new(stalls);
    private readonly HoldBackBounds _bounds = new(stalls);

    public void Check(SoakClient client)
    {
        Sending[] sent = [.. client.Sends.All.OrderBy(static it => it.Sent)];
        TimeSpan[] times = [.. sent.Select(static it => it.Sent)];
        int pace = client.Plan.Pace ?? sent.Length;
        for (int first = 0; first + pace < sent.Length; first++)
        {
            CheckPace(sent[first], sent[first + pace], pace);
        }

        foreach (Exchange throttling in client.Exchanges)
        {
            if (throttling is { HeldUntil: not null, Sending: { IsThrottled: true, Answered: { } answered } })
            {
                CheckHoldBack(sent, times, throttling, answered);
            }
        }
    }

    private static string Text(Sending sending) => sending.Exchange?.ToString() ?? $"{sending}, which did not arrive";

    private void CheckPace(Sending from, Sending to, int pace)
    {
        TimeSpan apart = to.Sent - _causes.EarliestPass(from);
        if (apart < Window)
        {
            findings.Add(
                Figure.OverPace,
                $"more than {pace} requests in 30 s",
                $"{pace + 1} requests in at most {apart.TotalSeconds:0.000} s\n{Text(from)}\n{Text(to)}");
        }
    }

    private void CheckHoldBack(Sending[] sent, TimeSpan[] times, Exchange throttling, TimeSpan answered)
    {
        TimeSpan from = _causes.LatestTaken(throttling, answered);
        TimeSpan until = _bounds.EarliestEnd(throttling, answered);
        int first = Array.BinarySearch(times, from);
        for (int i = first < 0 ? ~first : first; i < times.Length && times[i] < until; i++)
        {
            // A request can have passed the gate before the client took the 429.
            if (_causes.EarliestPass(sent[i]) > from)
            {
                findings.Add(
                    Figure.OverPace,
                    "a request during a hold-back",
                    $"{(times[i] - answered).TotalSeconds:0.000} s after the 429, "
                        + $"{(until - times[i]).TotalSeconds:0.000} s too early\n{throttling}\n{Text(sent[i])}");
            }
        }
    }
}
