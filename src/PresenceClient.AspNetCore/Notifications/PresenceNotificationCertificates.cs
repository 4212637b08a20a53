using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography.X509Certificates;

namespace PresenceClient;

/// <summary>
/// The certificates for the content of notifications: the first one encrypts, all of them decrypt. To rotate, put the
/// new certificate first, and keep the former one for an hour, the lifetime of a subscription.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "The name says what is in it.")]
public sealed class PresenceNotificationCertificates : IReadOnlyCollection<PresenceNotificationCertificate>
{
    private readonly List<PresenceNotificationCertificate> _all = [];

    /// <summary>The number of certificates.</summary>
    public int Count => _all.Count;

    /// <summary>Adds a certificate.</summary>
    /// <param name="id">Your own name for it, unique, 1 to 128 characters, for example <c>2026-11</c>.</param>
    /// <param name="certificate">The certificate with its private key, an RSA key of 2048 to 4096 bits.</param>
    /// <exception cref="ArgumentException">The id or the certificate is not valid.</exception>
    public void Add(string id, X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        var added = new PresenceNotificationCertificate(id, certificate);
        if (!certificate.HasPrivateKey)
        {
            throw new ArgumentException(
                $"The certificate '{id}' has no private key. The receiver decrypts notifications with it. Load the "
                    + "certificate with its private key.",
                nameof(certificate));
        }

        if (_all.Exists(one => one.Id == id))
        {
            throw new ArgumentException(
                $"The id '{id}' is used twice. Each certificate needs an id of its own. Use another one.", nameof(id));
        }

        _all.Add(added);
    }

    /// <summary>Enumerates the certificates, the one that encrypts first.</summary>
    public IEnumerator<PresenceNotificationCertificate> GetEnumerator() => _all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
