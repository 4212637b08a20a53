namespace PresenceClient.AspNetCore.Notifications;

/// <summary>The encrypted content of an item, in base64.</summary>
internal sealed record EncryptedContent(string Data, string Signature, string Key, string CertificateId);
