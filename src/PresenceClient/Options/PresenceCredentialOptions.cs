namespace PresenceClient;

/// <summary>
/// How a host signs in: a kind, and the values that belong to it. A value that does not belong to the kind is an error
/// when the host starts, and so is one that is missing.
/// </summary>
public sealed partial class PresenceCredentialOptions
{
    /// <summary>The kind of credential.</summary>
    /// <value>Default: null, which is an error.</value>
    public PresenceCredentialKind? Kind { get; set; }

    /// <summary>The id (a GUID) or the domain of the Entra tenant.</summary>
    /// <value>Default: null.</value>
    public string? TenantId { get; set; }

    /// <summary>
    /// The client id, a GUID: of the app registration, or of the user-assigned managed identity.
    /// <see cref="PresenceClientOptions.ApplicationId"/> is the same by default.
    /// </summary>
    /// <value>Default: null.</value>
    public string? ClientId { get; set; }

    /// <summary>The secret of the application. Never in a file that is shared: user secrets, a vault, an environment
    /// variable.</summary>
    /// <value>Default: null.</value>
    public string? ClientSecret { get; set; }

    /// <summary>The file that holds a workload identity's token.</summary>
    /// <value>Default: null, which is the environment variable <c>AZURE_FEDERATED_TOKEN_FILE</c>.</value>
    public string? TokenFilePath { get; set; }

    /// <summary>The address to sign in at, https.</summary>
    /// <value>
    /// Default: null, which is the cloud's: <c>https://login.microsoftonline.com</c>, or
    /// <c>https://login.microsoftonline.us</c> for the US Government.
    /// </value>
    public Uri? AuthorityHost { get; set; }
}
