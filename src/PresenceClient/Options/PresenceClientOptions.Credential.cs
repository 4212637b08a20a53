namespace PresenceClient;

/// <summary>How a host signs in.</summary>
public sealed partial class PresenceClientOptions
{
    /// <summary>
    /// How a client of <c>AddPresenceClient</c> signs in where the container has no
    /// <see cref="Azure.Core.TokenCredential"/>. Nothing else reads it: a constructor, which is given a credential or
    /// an adapter, refuses it.
    /// </summary>
    /// <value>Default: null.</value>
    public PresenceCredentialOptions? Credential { get; set; }
}
