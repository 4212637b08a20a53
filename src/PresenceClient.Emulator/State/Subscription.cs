using System.Security.Cryptography.X509Certificates;

namespace PresenceClient.Emulator.State;

/// <summary>A subscription to the presence of users. Immutable: a change replaces it in its directory.</summary>
internal sealed record Subscription(string Id, string ApplicationId, EmulatedUser Creator, string Resource)
{
    /// <summary>The object ids of the users. Unknown users never change.</summary>
    public required IReadOnlySet<Guid> UserIds { get; init; }

    public required Uri NotificationUrl { get; init; }

    public Uri? LifecycleNotificationUrl { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public string? ClientState { get; init; }

    public bool IncludesResourceData { get; init; }

    public string? CertificateId { get; init; }

    public X509Certificate2? Certificate { get; init; }

    public string TlsVersion { get; init; } = "v1_2";

    /// <summary>Until when the token of the caller allows deliveries.</summary>
    public required DateTime AuthorizedUntil { get; init; }

    /// <summary>Whether it delivers nothing any more, by an injected fault.</summary>
    public bool IsDeaf { get; init; }

    /// <summary>Whether the caller was asked to renew the authorization.</summary>
    public bool IsToReauthorize { get; init; }

    public bool IsOf(string applicationId, EmulatedUser creator) =>
        Creator == creator && ApplicationId.Equals(applicationId, StringComparison.OrdinalIgnoreCase);
}
