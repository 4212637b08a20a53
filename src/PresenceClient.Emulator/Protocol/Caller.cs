namespace PresenceClient.Emulator.Protocol;

/// <summary>
/// The caller of a request: an application, with or without a signed-in user, and the granted permissions.
/// </summary>
internal sealed record Caller(string ClientId, EmulatedUser? User, IReadOnlyCollection<string> Permissions)
{
    /// <summary>How long the token is still valid; null if there is no token.</summary>
    public TimeSpan? TokenLeft { get; init; }

    public bool HasAny(string[] permissions) =>
        Array.Exists(permissions, permission => Permissions.Contains(permission, StringComparer.OrdinalIgnoreCase));
}
