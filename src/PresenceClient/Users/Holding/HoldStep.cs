namespace PresenceClient.Users.Holding;

/// <summary>What the loop of a session does next.</summary>
/// <param name="Claim">The claim that shows; null to clear the session.</param>
/// <param name="Plan">How the request is sent.</param>
/// <param name="IsChange">Whether people wait for it; otherwise it is a renewal.</param>
/// <param name="Sleep">What to wait for before the next look; null to send now.</param>
/// <param name="Interrupt">Cancelled when something else is wanted.</param>
internal readonly record struct HoldStep(
    SessionClaim? Claim, HoldPlan Plan, bool IsChange, Task? Sleep, CancellationToken Interrupt)
{
    public SetSession? Command { get; } = Claim?.Command;
}
