using System.Security.Cryptography;

namespace PresenceClient.TestSupport;

/// <summary>Makes RSA keys that tests share, because a new key takes a tenth of a second.</summary>
internal static class RsaKey
{
    public static RSAParameters Create()
    {
        using var key = RSA.Create(2048);
        return key.ExportParameters(includePrivateParameters: true);
    }
}
