using System.Security.Cryptography;
using System.Text;

namespace PresenceClient.AspNetCore.Notifications;

/// <summary>Compares client states in a time that does not depend on them.</summary>
internal sealed class ClientStateCheck(string? expected)
{
    // Hashes have the same length, so the comparison does not tell the length either.
    private readonly byte[]? _expected = expected is null ? null : Hash(expected);

    public bool IsRight(string? state) =>
        _expected is null || CryptographicOperations.FixedTimeEquals(_expected, Hash(state ?? ""));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
