using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using PresenceClient.Emulator.Notifications;
using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph.Subscriptions;

/// <summary>The values of a subscription that a body has; null for those that are missing.</summary>
internal sealed record SubscriptionBody
{
    public const string ExpirationName = "expirationDateTime";
    public const string NotificationUrlName = "notificationUrl";
    public const string LifecycleUrlName = "lifecycleNotificationUrl";
    public const string IncludeDataName = "includeResourceData";
    public const string CertificateName = "encryptionCertificate";
    public const string CertificateIdName = "encryptionCertificateId";

    private const string ClientStateName = "clientState";
    private const string TlsName = "latestSupportedTlsVersion";
    private const int LongestText = 128;

    public static readonly BodyType Type = BodyType.Schema(
        "subscription", ("id", null), ("resource", null), ("changeType", null), (NotificationUrlName, null),
        (LifecycleUrlName, null), (ExpirationName, null), (ClientStateName, null), (IncludeDataName, null),
        (CertificateName, null), (CertificateIdName, null), ("applicationId", null), ("creatorId", null),
        (TlsName, null), ("notificationContentType", null), ("notificationQueryOptions", null),
        ("notificationUrlAppId", null));

    // The documented window: less than the shortest lifetime is raised to it; more than the longest is cut.
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(45);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(60);

    public Uri? NotificationUrl { get; private init; }

    public Uri? LifecycleNotificationUrl { get; private init; }

    /// <summary>When the subscription ends, within the service's window.</summary>
    public DateTime? ExpiresAt { get; private init; }

    public string? ClientState { get; private init; }

    public bool IncludesResourceData { get; private init; }

    public X509Certificate2? Certificate { get; private init; }

    public string? CertificateId { get; private init; }

    public string? TlsVersion { get; private init; }

    public static Outcome<SubscriptionBody> Read(GraphBody body, DateTime now)
    {
        EmulatedError? error = ReadAddress(body, NotificationUrlName, out Uri? notificationUrl);
        error = ReadAddress(body, LifecycleUrlName, out Uri? lifecycleUrl) ?? error;
        error = ReadExpiration(body, now, out DateTime? expiresAt) ?? error;
        error = ReadText(body, ClientStateName, out string? clientState) ?? error;
        error = ReadText(body, CertificateIdName, out string? certificateId) ?? error;
        error = ReadText(body, TlsName, out string? tlsVersion) ?? error;
        error = ReadFlag(body, IncludeDataName, out bool includesData) ?? error;
        error = ReadCertificate(body, out X509Certificate2? certificate) ?? error;
        return error is not null ? error : new SubscriptionBody
        {
            NotificationUrl = notificationUrl,
            LifecycleNotificationUrl = lifecycleUrl,
            ExpiresAt = expiresAt,
            ClientState = clientState,
            IncludesResourceData = includesData,
            Certificate = certificate,
            CertificateId = certificateId,
            TlsVersion = tlsVersion,
        };
    }

    private static EmulatedError? ReadText(GraphBody body, string property, out string? text)
    {
        bool isText = GraphBody.OptionalText(body.Root, property).Succeeded(out text, out EmulatedError? error);
        text = text?.Length == 0 ? null : text;
        return isText && text?.Length > LongestText
            ? EmulatedError.BadSubscription($"The property '{property}' has more than {LongestText} characters.")
            : error;
    }

    private static EmulatedError? ReadAddress(GraphBody body, string property, out Uri? address)
    {
        address = null;
        bool isText = GraphBody.OptionalText(body.Root, property).Succeeded(
            out string? text, out EmulatedError? error);
        return isText && text!.Length > 0 && Webhook.Refuse(text, out address) is { } refusal
            ? EmulatedError.BadSubscription(refusal)
            : error;
    }

    private static EmulatedError? ReadExpiration(GraphBody body, DateTime now, out DateTime? expiresAt)
    {
        expiresAt = null;
        bool isText = GraphBody.OptionalText(body.Root, ExpirationName).Succeeded(
            out string? text, out EmulatedError? error);
        if (!isText || text!.Length == 0)
        {
            return error;
        }

        if (!DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            || time.UtcDateTime <= now)
        {
            return EmulatedError.BadSubscription($"The {ExpirationName} '{text}' is not a time in the future.");
        }

        TimeSpan lifetime = time.UtcDateTime - now;
        expiresAt = now + (lifetime < Shortest ? Shortest : lifetime > Longest ? Longest : lifetime);
        return null;
    }

    private static EmulatedError? ReadCertificate(GraphBody body, out X509Certificate2? certificate)
    {
        certificate = null;
        bool isText = GraphBody.OptionalText(body.Root, CertificateName).Succeeded(
            out string? text, out EmulatedError? error);
        if (!isText || text!.Length == 0)
        {
            return error;
        }

        try
        {
            certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(text));
            using RSA? key = certificate.GetRSAPublicKey();
            error = key?.KeySize is >= 2048 and <= 4096 ? null : BadCertificate();
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            error = BadCertificate();
        }

        return error;
    }

    private static EmulatedError BadCertificate() => EmulatedError.BadSubscription(
        $"The {CertificateName} must be an X.509 certificate with an RSA key of 2048 to 4096 bits, in base64.");

    private static EmulatedError? ReadFlag(GraphBody body, string property, out bool flag)
    {
        flag = false;
        if (!body.Root.TryGetProperty(property, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        flag = value.ValueKind == JsonValueKind.True;
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? null
            : EmulatedError.BadSubscription($"The property '{property}' must be true or false.");
    }
}
