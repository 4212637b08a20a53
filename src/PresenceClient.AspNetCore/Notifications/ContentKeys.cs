using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace PresenceClient.AspNetCore.Notifications;

/// <summary>Decrypts the content of notifications with the private keys of the certificates.</summary>
internal sealed class ContentKeys(IEnumerable<PresenceNotificationCertificate> certificates)
{
    private const int KeyBytes = 32;
    private const int BlockBytes = 16;

    private readonly PresenceNotificationCertificate[] _certificates = [.. certificates];

    /// <summary>
    /// Returns availability and activity of a user; null if the content is for an unknown certificate, is damaged, or
    /// is about another user.
    /// </summary>
    public (string? Availability, string? Activity)? Decrypt(EncryptedContent content, string userId)
    {
        if (Array.Find(_certificates, one => one.Id == content.CertificateId) is not { } certificate)
        {
            return null;
        }

        try
        {
            using RSA key = certificate.Certificate.GetRSAPrivateKey()!;
            byte[] secret = key.Decrypt(Convert.FromBase64String(content.Key), RSAEncryptionPadding.OaepSHA1);
            byte[] data = Convert.FromBase64String(content.Data);
            byte[] signature = Convert.FromBase64String(content.Signature);
            if (secret.Length != KeyBytes
                || !CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(secret, data), signature))
            {
                return null;
            }

            using var aes = Aes.Create();
            aes.Key = secret;
            return Read(aes.DecryptCbc(data, secret.AsSpan(..BlockBytes)), userId);
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private static (string? Availability, string? Activity)? Read(byte[] json, string userId)
    {
        using var document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object
            || !string.Equals(NotificationPost.Text(root, "id"), userId, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return (NotificationPost.Text(root, "availability"), NotificationPost.Text(root, "activity"));
    }
}
