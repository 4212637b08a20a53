using System.Diagnostics.CodeAnalysis;
using PresenceClient.Http;

namespace PresenceClient.Users.Holding;

/// <summary>The claim of a <see cref="PresenceHold"/>.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer needs no disposal.")]
internal sealed class HoldClaim(HoldPlan plan) : SessionClaim(plan)
{
    private readonly CancellationTokenSource _lost = new();

    /// <summary>Cancelled when the session lapses or is refused.</summary>
    public CancellationToken Lost => _lost.Token;

    public override void Notify(PresenceKeeperEventKind kind, Exception? failure)
    {
        if (kind != PresenceKeeperEventKind.Recovered)
        {
            // Its callbacks are foreign code, which must not stop the renewals.
            Unobserved.Ignore(_lost.CancelAsync());
        }
    }
}
