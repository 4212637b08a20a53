using System.Security.Cryptography.X509Certificates;

namespace PresenceClient;

/// <summary>Where the certificate of an application is.</summary>
public sealed partial class PresenceCredentialOptions
{
    /// <summary>A PKCS#12 (.pfx) or PEM file with the certificate and its private key.</summary>
    /// <value>Default: null.</value>
    public string? CertificatePath { get; set; }

    /// <summary>The password of the file.</summary>
    /// <value>Default: null, for a file without one.</value>
    public string? CertificatePassword { get; set; }

    /// <summary>The thumbprint of a certificate in a store; anything but hexadecimal digits is ignored.</summary>
    /// <value>Default: null.</value>
    public string? CertificateThumbprint { get; set; }

    /// <summary>
    /// The subject of a certificate in a store, a distinguished name such as <c>CN=presence</c>; of several, the one
    /// that is valid longest is taken.
    /// </summary>
    /// <value>Default: null.</value>
    public string? CertificateSubject { get; set; }

    /// <summary>The name of the store, such as <c>My</c> or <c>WebHosting</c>.</summary>
    /// <value>Default: null, which is <c>My</c>.</value>
    public string? CertificateStoreName { get; set; }

    /// <summary>Whose store it is.</summary>
    /// <value>Default: null, which is <see cref="StoreLocation.CurrentUser"/>.</value>
    public StoreLocation? CertificateStoreLocation { get; set; }
}
