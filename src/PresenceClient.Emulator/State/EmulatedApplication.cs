namespace PresenceClient.Emulator;

/// <summary>
/// An application registered in the emulated tenant, with a secret and the application roles granted to it.
/// </summary>
public sealed class EmulatedApplication
{
    internal EmulatedApplication(
        int number, string clientId, string clientSecret, string principalId, IReadOnlyList<string> roles)
    {
        Number = number;
        ClientId = clientId;
        ClientSecret = clientSecret;
        PrincipalId = principalId;
        Roles = roles;
    }

    /// <summary>
    /// The application (client) id, a GUID. It is also the <c>sessionId</c> of the presence sessions it holds.
    /// </summary>
    public string ClientId { get; }

    /// <summary>The secret that the token endpoint asks for.</summary>
    public string ClientSecret { get; }

    /// <summary>
    /// The application roles granted, such as <c>Presence.Read.All</c>; they become the token's <c>roles</c>.
    /// </summary>
    public IReadOnlyList<string> Roles { get; }

    internal int Number { get; }

    internal string PrincipalId { get; }
}
