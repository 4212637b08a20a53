using PresenceClient.Soak.Report;
using PresenceClient.Soak.Timing;
using PresenceClient.Soak.Wire.Exchanges;

namespace PresenceClient.Soak.Wire.Checks;

/// <summary>Checks that a call sends nothing after its end.</summary>
internal sealed class LateCheck(Findings findings, Stalls stalls)
{
    // What was being sent when its call ended arrives later: all clients and the server share the processors.
    private static readonly TimeSpan OnTheWay = TimeSpan.FromSeconds(1);

    public void Check(CallRecord call)
    {
        if (call.Ended is not { } ended)
        {
            return;
        }

        foreach (Exchange late in call.ToArray())
        {
            if (late.Arrived - ended > OnTheWay + (2 * stalls.Within(ended, late.Arrived)))
            {
                findings.Add(
                    Figure.Wrong, "a request of a call that has ended",
                    $"{(late.Arrived - ended).TotalSeconds:0.000} s after the end\n{late}");
            }
        }
    }
}
