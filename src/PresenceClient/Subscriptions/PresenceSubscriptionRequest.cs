namespace PresenceClient;

/// <summary>The subscription that <see cref="SubscriptionsClient.CreateAsync"/> creates.</summary>
public sealed record PresenceSubscriptionRequest
{
    /// <summary>The object ids of the users, GUIDs: 1 to 650.</summary>
    public required IReadOnlyCollection<string> UserIds { get; init; }

    /// <summary>
    /// Where notifications are posted: an absolute https address that the service can reach. It must answer a
    /// validation request within 10 seconds while the subscription is created.
    /// </summary>
    public required Uri NotificationUrl { get; init; }

    /// <summary>Where lifecycle events are posted. It can't be added later.</summary>
    /// <value>Default: null, no lifecycle events.</value>
    public Uri? LifecycleNotificationUrl { get; init; }

    /// <summary>
    /// A secret that each notification repeats, up to 128 characters. A receiver rejects notifications without it.
    /// </summary>
    /// <value>Default: null.</value>
    public string? ClientState { get; init; }

    /// <summary>The certificate that encrypts availability and activity in each notification.</summary>
    /// <value>Default: null; notifications then contain only the id of the user.</value>
    public PresenceNotificationCertificate? Certificate { get; init; }

    /// <summary>The lifetime, 45 to 60 minutes.</summary>
    /// <value>Default: 60 minutes.</value>
    public TimeSpan Lifetime { get; init; } = SubscriptionLimits.Longest;

    /// <summary>Returns the number of users, without their ids and the secret.</summary>
    /// <returns>A text for logs and debuggers.</returns>
    public override string ToString() => $"{nameof(PresenceSubscriptionRequest)} for {UserIds?.Count ?? 0} users";
}
