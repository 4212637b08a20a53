using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Notifications;

/// <summary>
/// An item of a post to a subscriber: the change of a user, or a lifecycle event if <paramref name="Change"/> is null.
/// </summary>
internal sealed record NotificationItem(Subscription Subscription, SeenChange? Change, DateTime DueAt)
{
    public Guid Id { get; } = Guid.NewGuid();

    public NotificationDamage Damage { get; init; }

    public Uri Address =>
        Change is null ? Subscription.LifecycleNotificationUrl! : Subscription.NotificationUrl;

    /// <summary>The damage to the tokens of the whole post; none if only the item is damaged.</summary>
    public NotificationDamage TokenDamage =>
        Damage is NotificationDamage.WrongAudience or NotificationDamage.ExpiredToken or NotificationDamage.NoTokens
            ? Damage
            : NotificationDamage.None;
}
