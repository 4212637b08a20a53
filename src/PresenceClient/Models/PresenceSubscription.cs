namespace PresenceClient;

/// <summary>A subscription to change notifications of presence, as the service returned it.</summary>
/// <remarks>
/// Source: <see href="https://learn.microsoft.com/graph/api/resources/subscription">subscription resource type</see>.
/// </remarks>
public sealed record PresenceSubscription
{
    /// <summary>The id of the subscription.</summary>
    public required string Id { get; init; }

    /// <summary>The resource, exactly as the service returned it.</summary>
    public required string Resource { get; init; }

    /// <summary>The object ids of the users, read from <see cref="Resource"/>.</summary>
    public IReadOnlyList<string> UserIds { get; init; } = [];

    /// <summary>When the subscription ends, in UTC; null if the service does not return it.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Where notifications are posted; null if the service does not return it.</summary>
    public Uri? NotificationUrl { get; init; }

    /// <summary>Where lifecycle events are posted; null if the subscription has no such address.</summary>
    public Uri? LifecycleNotificationUrl { get; init; }

    /// <summary>The secret that each notification repeats. It is not part of <see cref="ToString"/>.</summary>
    public string? ClientState { get; init; }

    /// <summary>Whether notifications contain the presence, encrypted.</summary>
    public bool IncludesPresence { get; init; }

    /// <summary>The id of the certificate that encrypts the content; null for notifications without content.</summary>
    public string? CertificateId { get; init; }

    /// <summary>The client id of the application that created the subscription.</summary>
    public string? ApplicationId { get; init; }

    /// <summary>The object id of the user who was signed in when it was created.</summary>
    public string? CreatorId { get; init; }

    /// <summary>Returns the id, without the users and the secret.</summary>
    /// <returns>A text for logs and debuggers.</returns>
    public override string ToString() => $"{nameof(PresenceSubscription)} {Id}";
}
