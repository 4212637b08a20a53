namespace PresenceClient.Users.Holding;

/// <summary>The claim of a keeper to the session of one of its users.</summary>
/// <param name="plan">How it is set and renewed.</param>
/// <param name="owner">The user.</param>
/// <param name="userId">The id as it was given.</param>
/// <param name="notify">Called with each event of the user.</param>
internal sealed class KeptUser(
    HoldPlan plan, PresenceOwner owner, string userId, Action<KeptUser, PresenceKeeperEventKind, Exception?> notify)
    : SessionClaim(plan)
{
    public PresenceOwner Owner => owner;

    public string UserId => userId;

    public override void Notify(PresenceKeeperEventKind kind, Exception? failure) => notify(this, kind, failure);
}
