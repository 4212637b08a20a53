namespace PresenceClient.AspNetCore.Notifications;

/// <summary>An item of a post, not validated.</summary>
internal sealed record NotificationItem
{
    public string? SubscriptionId { get; init; }

    public string? ClientState { get; init; }

    public string? UserId { get; init; }

    public string? LifecycleEvent { get; init; }

    public string? NotificationId { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public EncryptedContent? Content { get; init; }
}
