namespace PresenceClient.Emulator;

/// <summary>
/// An application that is registered in the emulated tenant, with its secret and its application roles.
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

    /// <summary>The application (client) id, a GUID.</summary>
    /// <remarks>It is also the <c>sessionId</c> of the application's presence sessions.</remarks>
    public string ClientId { get; }

    /// <summary>The client secret, which the token endpoint requires.</summary>
    public string ClientSecret { get; }

    /// <summary>The granted application roles, for example <c>Presence.Read.All</c>.</summary>
    /// <remarks>They become the token's <c>roles</c>.</remarks>
    public IReadOnlyList<string> Roles { get; }

    internal int Number { get; }

    internal string PrincipalId { get; }
}
