using PresenceClient.AspNetCore.Notifications;

namespace PresenceClient;

/// <summary>Options of a <see cref="PresenceNotificationReader"/>. They are read once.</summary>
public class PresenceNotificationReaderOptions
{
    /// <summary>The certificates for the content: the first one encrypts, all of them decrypt.</summary>
    /// <value>Default: none; notifications then contain only the id of the user, who is read instead.</value>
    public PresenceNotificationCertificates Certificates { get; } = [];

    /// <summary>
    /// The secret that each notification must repeat, up to 128 characters. Notifications with another one are
    /// rejected.
    /// </summary>
    /// <value>Default: null, which means that a receiver makes one at startup, and that a reader checks none.</value>
    public string? ClientState { get; set; }

    /// <summary>The client id of the application that subscribes. Validation tokens must be for it.</summary>
    /// <value>
    /// Default: null, which means <see cref="PresenceClientOptions.ApplicationId"/> in a host. Required for encrypted
    /// content.
    /// </value>
    public string? ApplicationId { get; set; }

    /// <summary>The id of the tenant, a GUID. Validation tokens must be from it.</summary>
    /// <value>Default: null. Required for encrypted content.</value>
    public string? TenantId { get; set; }

    /// <summary>
    /// Whether notifications with encrypted content must have validation tokens. Set it to false only for a transport
    /// that authenticates the service itself, such as Azure Event Hubs, which has no tokens.
    /// </summary>
    /// <value>Default: true.</value>
    public bool RequireTokens { get; set; } = true;

    /// <summary>The address of the OpenID configuration whose keys sign validation tokens.</summary>
    /// <value>
    /// Default: <c>https://login.microsoftonline.com/common/.well-known/openid-configuration</c>. Https, or http to a
    /// loopback address.
    /// </value>
    public Uri OpenIdConfigurationAddress { get; set; } =
        new("https://login.microsoftonline.com/common/.well-known/openid-configuration");

    /// <summary>The HTTP client that reads the OpenID configuration. The caller disposes it.</summary>
    /// <value>Default: null, a client of its own.</value>
    public HttpClient? KeyHttpClient { get; set; }

    /// <summary>The clock of the validation.</summary>
    /// <value>Default: the system clock.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    // The messages contain no text that the host sets, because a secret may have been set as the wrong option.
    internal virtual IEnumerable<string> Faults()
    {
        if (ClientState is { Length: 0 or > NotificationLimits.LongestClientState })
        {
            yield return $"{nameof(ClientState)}: It has {ClientState.Length} characters. Use 1 to "
                + $"{NotificationLimits.LongestClientState}, or null.";
        }

        if (ApplicationId is not null && !Guid.TryParseExact(ApplicationId, "D", out _))
        {
            yield return $"{nameof(ApplicationId)}: The value is not a GUID. Use the client id of the application.";
        }

        if (TenantId is not null && !Guid.TryParseExact(TenantId, "D", out _))
        {
            yield return $"{nameof(TenantId)}: The value is not a GUID. Use the id of the tenant, not a domain.";
        }

        if (Certificates.Count > 0 && RequireTokens && (ApplicationId is null || TenantId is null))
        {
            yield return $"{(TenantId is null ? nameof(TenantId) : nameof(ApplicationId))}: It is missing. Validation "
                + "tokens of encrypted notifications are checked against the application and the tenant. Set both.";
        }

        if (OpenIdConfigurationAddress is not { IsAbsoluteUri: true } address || !IsSafe(address))
        {
            yield return $"{nameof(OpenIdConfigurationAddress)}: The value is not an https address. Use https, or http "
                + "to a loopback address.";
        }
    }

    private protected static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
