using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PresenceClient;

/// <summary>A certificate that encrypts the content of change notifications.</summary>
/// <remarks>
/// The client sends only its public part. It can be self-signed. Source:
/// <see href="https://learn.microsoft.com/graph/change-notifications-with-resource-data">change notifications with
/// resource data</see>.
/// </remarks>
public sealed record PresenceNotificationCertificate
{
    /// <summary>Creates a certificate with its id.</summary>
    /// <param name="id">
    /// Your own name for the certificate, 1 to 128 characters, for example <c>2026-11</c>. Notifications repeat it.
    /// </param>
    /// <param name="certificate">The certificate, with an RSA key of 2048 to 4096 bits.</param>
    /// <exception cref="ArgumentException">The id or the key is not valid.</exception>
    public PresenceNotificationCertificate(string id, X509Certificate2 certificate)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(certificate);
        if (id.Length > SubscriptionLimits.LongestText)
        {
            throw new ArgumentException(
                $"The id of the certificate has {id.Length} characters. The limit is {SubscriptionLimits.LongestText}. "
                    + "Use a shorter id.",
                nameof(id));
        }

        using RSA? key = certificate.GetRSAPublicKey();
        if (key?.KeySize is not (>= 2048 and <= 4096))
        {
            string kind = key is null ? "no RSA key" : $"an RSA key of {key.KeySize} bits";
            throw new ArgumentException(
                $"The certificate '{id}' has {kind}. Microsoft Graph requires an RSA key of 2048 to 4096 bits. Create "
                    + "a certificate with such a key.",
                nameof(certificate));
        }

        (Id, Certificate) = (id, certificate);
    }

    /// <summary>Your own name for the certificate.</summary>
    public string Id { get; }

    /// <summary>The certificate.</summary>
    public X509Certificate2 Certificate { get; }
}
