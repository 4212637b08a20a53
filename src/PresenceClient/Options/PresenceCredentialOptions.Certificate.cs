using System.Security.Cryptography.X509Certificates;

namespace PresenceClient;

/// <content>The certificate of an application.</content>
public sealed partial class PresenceCredentialOptions
{
    /// <summary>A PKCS#12 (.pfx) or PEM file with the certificate and its private key.</summary>
    /// <value>Default: null.</value>
    /// <remarks>
    /// The parts of a PEM file can be in any order. If there are several certificates, the one with a private key in
    /// the file is used. If its issuer's certificate is in the file too, Azure.Identity sends the certificate along
    /// (<c>SendCertificateChain</c>), as app registrations that trust a subject and an issuer require.
    /// </remarks>
    public string? CertificatePath { get; set; }

    /// <summary>The password of a PKCS#12 file, or of the encrypted private key in a PEM file.</summary>
    /// <value>Default: null, for a file that is not encrypted.</value>
    public string? CertificatePassword { get; set; }

    /// <summary>
    /// The thumbprint of a certificate in a store, 40 hexadecimal digits; all other characters are ignored.
    /// </summary>
    /// <value>Default: null.</value>
    public string? CertificateThumbprint { get; set; }

    /// <summary>
    /// The subject of a certificate in a store, a complete distinguished name, for example <c>CN=presence</c>. If there
    /// are several, the one that is valid now, and for the longest time, is used.
    /// </summary>
    /// <value>Default: null.</value>
    public string? CertificateSubject { get; set; }

    /// <summary>The name of the store, for example <c>My</c> or <c>WebHosting</c>.</summary>
    /// <value>Default: null, which is <c>My</c>.</value>
    public string? CertificateStoreName { get; set; }

    /// <summary>The location of the store.</summary>
    /// <value>Default: null, which is <see cref="StoreLocation.CurrentUser"/>.</value>
    public StoreLocation? CertificateStoreLocation { get; set; }
}
