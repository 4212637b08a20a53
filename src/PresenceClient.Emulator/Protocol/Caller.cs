namespace PresenceClient.Emulator.Protocol;

/// <summary>Who calls: an application, for itself or for a signed-in user, and what it was granted.</summary>
internal sealed record Caller(string ClientId, EmulatedUser? User, IReadOnlyCollection<string> Permissions)
{
    public bool HasAny(string[] permissions) =>
        Array.Exists(permissions, permission => Permissions.Contains(permission, StringComparer.OrdinalIgnoreCase));
}
