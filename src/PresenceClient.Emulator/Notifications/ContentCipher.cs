using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Notifications;

/// <summary>Encrypts the content of a notification, with a new key for each item.</summary>
internal static class ContentCipher
{
    private const int KeyBytes = 32;
    private const int BlockBytes = 16;

    // Made at the first fault that needs it.
    private static readonly Lazy<RSA> Stranger = new(() => RSA.Create(2048));

    public static void Write(
        Utf8JsonWriter writer, byte[] content, Subscription subscription, NotificationDamage damage)
    {
        byte[] key = RandomNumberGenerator.GetBytes(KeyBytes);
        using var aes = Aes.Create();
        aes.Key = key;
        byte[] data = aes.EncryptCbc(content, key.AsSpan(..BlockBytes), PaddingMode.PKCS7);
        byte[] signature = HMACSHA256.HashData(key, data);
        if (damage == NotificationDamage.BadSignature)
        {
            signature[0] ^= 1;
        }

        X509Certificate2 certificate = subscription.Certificate!;
        using RSA own = certificate.GetRSAPublicKey()!;
        RSA recipient = damage == NotificationDamage.WrongCertificate ? Stranger.Value : own;
        writer.WriteStartObject("encryptedContent");
        writer.WriteBase64String("data", data);
        writer.WriteBase64String("dataSignature", signature);
        writer.WriteBase64String("dataKey", recipient.Encrypt(key, RSAEncryptionPadding.OaepSHA1));
        writer.WriteString("encryptionCertificateId", subscription.CertificateId);
        writer.WriteString("encryptionCertificateThumbprint", certificate.Thumbprint);
        writer.WriteEndObject();
    }
}
