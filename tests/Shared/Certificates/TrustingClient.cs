using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace PresenceClient.TestSupport;

/// <summary>HTTP clients that trust one certificate, and check everything else about it as .NET always does.</summary>
internal static class TrustingClient
{
    /// <param name="certificate">The certificate.</param>
    /// <param name="anyHost">Whether a request can have a Host that isn't in the certificate.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "The client disposes its handler.")]
    public static HttpClient Create(X509Certificate2 certificate, bool anyHost = false)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.Add(certificate);
        var tls = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        if (anyHost)
        {
            tls.RemoteCertificateValidationCallback = (_, _, _, errors) =>
                (errors & ~SslPolicyErrors.RemoteCertificateNameMismatch) == SslPolicyErrors.None;
        }

        return new HttpClient(new SocketsHttpHandler { UseProxy = false, SslOptions = tls });
    }
}
