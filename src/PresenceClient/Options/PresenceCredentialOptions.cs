using System.Diagnostics.CodeAnalysis;
using Azure.Core;

namespace PresenceClient;

/// <summary>The options of a credential: its kind, and the values that the kind requires.</summary>
/// <remarks>
/// <para>
/// In a host they are the part <c>Credential</c> of the client's section, or the named options of the client's key
/// (<c>services.Configure&lt;PresenceCredentialOptions&gt;(…)</c>). They are used if the container has no
/// <see cref="TokenCredential"/>. Without a host, <see cref="CreateCredential"/> returns the credential.
/// </para>
/// <para>
/// A value that is missing, or that the kind does not use, is an error. So is a certificate that has expired, is not
/// valid yet, or has no RSA key. No message contains a value that you set.
/// </para>
/// </remarks>
public sealed partial class PresenceCredentialOptions
{
    /// <summary>The kind of credential.</summary>
    /// <value>Default: null, which is an error.</value>
    public PresenceCredentialKind? Kind { get; set; }

    /// <summary>The ID (a GUID) or a domain name of the Entra tenant.</summary>
    /// <value>
    /// Default: null. An application (ClientSecret, ClientCertificate, WorkloadIdentity) signs in to one tenant, so
    /// <c>common</c>, <c>organizations</c> and <c>consumers</c> are errors there.
    /// </value>
    public string? TenantId { get; set; }

    /// <summary>
    /// The client ID, a GUID: of the app registration, or of the user-assigned managed identity. In a host it is also
    /// <see cref="PresenceClientOptions.ApplicationId"/>, unless that is set.
    /// </summary>
    /// <value>Default: null.</value>
    public string? ClientId { get; set; }

    /// <summary>
    /// The secret of the application. Keep it out of files that are shared: use user secrets, a vault, or an
    /// environment variable.
    /// </summary>
    /// <value>Default: null.</value>
    public string? ClientSecret { get; set; }

    /// <summary>The file that contains the token of a workload identity.</summary>
    /// <value>Default: null, which is the environment variable <c>AZURE_FEDERATED_TOKEN_FILE</c>.</value>
    public string? TokenFilePath { get; set; }

    /// <summary>The https address of the sign-in service.</summary>
    /// <value>
    /// Default: null, which is the cloud's: <c>https://login.microsoftonline.com</c>, or
    /// <c>https://login.microsoftonline.us</c> for the US Government.
    /// </value>
    /// <remarks>
    /// For an https loopback address, for example of an emulator, Azure.Identity doesn't ask Microsoft about the host
    /// (instance discovery), and uses no proxy. The system must trust the certificate of the address.
    /// </remarks>
    public Uri? AuthorityHost { get; set; }

    /// <summary>Checks the options, loads the certificate if there is one, and creates the credential.</summary>
    /// <param name="cloud">The cloud to sign in to, unless <see cref="AuthorityHost"/> is set.</param>
    /// <returns>The credential of Azure.Identity. It signs in when its first token is requested.</returns>
    /// <remarks>In a host, <c>AddPresenceClient</c> does this.</remarks>
    /// <exception cref="InvalidOperationException">
    /// An option is not valid. All errors are reported together.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The cloud is not a defined value.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The credential keeps using the certificate.")]
    public TokenCredential CreateCredential(GraphCloud cloud = GraphCloud.Global)
    {
        if (!Enum.IsDefined(cloud))
        {
            throw new ArgumentOutOfRangeException(
                nameof(cloud), $"{cloud} is not a cloud. Use {Choices.Of<GraphCloud>()}.");
        }

        var factory = new CredentialFactory(this);
        return factory.Faults.Count == 0
            ? factory.Create(cloud)
            : throw new InvalidOperationException(string.Join(' ', factory.Faults));
    }
}
