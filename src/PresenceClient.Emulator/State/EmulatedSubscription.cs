using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator;

/// <summary>A subscription to change notifications, as it was when it was read.</summary>
public sealed class EmulatedSubscription
{
    private readonly Subscription _subscription;

    internal EmulatedSubscription(Subscription subscription) => _subscription = subscription;

    /// <summary>The id, a GUID.</summary>
    public string Id => _subscription.Id;

    /// <summary>The client id of the application that created it.</summary>
    public string ApplicationId => _subscription.ApplicationId;

    /// <summary>The user who was signed in when it was created.</summary>
    public EmulatedUser Creator => _subscription.Creator;

    /// <summary>The number of distinct users in its resource.</summary>
    public int UserCount => _subscription.UserIds.Count;

    /// <summary>Where notifications are posted.</summary>
    public Uri NotificationUrl => _subscription.NotificationUrl;

    /// <summary>When it ends, by the tenant's clock.</summary>
    public DateTimeOffset ExpiresAt => new(_subscription.ExpiresAt);

    /// <summary>The id of the certificate that encrypts its content; null for notifications without content.</summary>
    public string? CertificateId => _subscription.CertificateId;

    /// <summary>Whether an injected fault has ended its deliveries.</summary>
    public bool IsDeaf => _subscription.IsDeaf;
}
