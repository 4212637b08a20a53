using PresenceClient.Soak.Report;
using PresenceClient.Soak.Wire.Exchanges;

namespace PresenceClient.Soak.Wire.Checks;

/// <summary>Checks that a call sends nothing after its end. What it sent before can arrive later.</summary>
internal sealed class LateCheck(Findings findings)
{
    public void Check(CallRecord call)
    {
        foreach (Exchange late in call.ToArray())
        {
            if (late.Sending is { } sending && sending.Sent > call.Ended)
            {
                findings.Add(
                    Figure.Wrong, "a request of a call that has ended",
                    $"{(sending.Sent - call.Ended.Value).TotalSeconds:0.000} s after the end\n{late}");
            }
        }
    }
}
