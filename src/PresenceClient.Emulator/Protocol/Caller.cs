namespace PresenceClient.Emulator.Protocol;

/// <summary>
/// The caller of a request: an application, with or without a signed-in user, and the granted permissions.
/// </summary>
internal sealed record Caller(string ClientId, EmulatedUser? User, IReadOnlyCollection<string> Permissions)
{
    public bool HasAny(string[] permissions) =>
        Array.Exists(permissions, permission => Permissions.Contains(permission, StringComparer.OrdinalIgnoreCase));
}
