namespace PresenceClient;

/// <summary>One notification: a change of a user's presence, or a lifecycle event of a subscription.</summary>
public sealed record PresenceNotification
{
    /// <summary>The id of the subscription.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>The object id of the user; null for a lifecycle event.</summary>
    public string? UserId { get; init; }

    /// <summary>
    /// The availability, exactly as the service sent it; null if the notification has no content that can be read.
    /// Read the user then.
    /// </summary>
    public string? AvailabilityText { get; init; }

    /// <summary>The activity, exactly as the service sent it; null if there is no content that can be read.</summary>
    public string? ActivityText { get; init; }

    /// <summary>Whether the content was encrypted for an unknown certificate, or was damaged.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>The lifecycle event, for example <c>reauthorizationRequired</c>; null for a change.</summary>
    public string? LifecycleEvent { get; init; }

    /// <summary>When the subscription ends, in UTC; null if the notification does not say it.</summary>
    public DateTimeOffset? SubscriptionExpiresAt { get; init; }

    internal string? Fingerprint { get; init; }

    /// <summary>Returns the kind of the notification, without the user.</summary>
    /// <returns>A text for logs and debuggers.</returns>
    public override string ToString() => $"{nameof(PresenceNotification)} {LifecycleEvent ?? "change"}";
}
