using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace PresenceClient.Http;

/// <summary>Says why a secure connection cannot be established.</summary>
/// <remarks>.NET has no property for the reason. Its messages are the same in every language.</remarks>
internal static class TlsFailure
{
    private const string CheckTheServer =
        "Check the address and its port, the proxy, and the TLS settings of this machine.";

    public static ConnectionFailure Of(Exception cause) => OfCertificate(cause) ?? cause.InnerException switch
    {
        // Not a rejection: a server that is starting or busy closes connections in this way.
        IOException or SocketException => new(
            "the connection was closed during the TLS handshake", null, RetryAdvice.NotSent),
        AuthenticationException e when Says(e, "frame") || Says(e, "wrong version number") => new(
            "the TLS handshake failed, because the answer is not TLS", CheckTheServer, null),
        AuthenticationException e when Says(e, "protocol") || Says(e, "common algorithm") => new(
            "the TLS handshake failed, because the two sides have no TLS version in common", CheckTheServer, null),
        _ => new("the TLS handshake failed", CheckTheServer, null),
    };

    /// <summary>
    /// Returns the failure for a certificate, with .NET's names for the reasons; null for other failures.
    /// </summary>
    public static ConnectionFailure? OfCertificate(Exception? cause)
    {
        for (; cause is not null; cause = cause.InnerException)
        {
            if (cause is AuthenticationException && Says(cause, "remote certificate"))
            {
                string reasons = cause.Message[(cause.Message.LastIndexOf(':') + 1)..].Trim();
                string named = Enum.TryParse<X509ChainStatusFlags>(reasons, out _)
                    || Enum.TryParse<SslPolicyErrors>(reasons, out _) ? $" ({reasons})" : "";
                return new ConnectionFailure($"the certificate of the server is not trusted{named}",
                    "Check the certificate and its issuer, the clock of this machine, and whether a proxy intercepts "
                        + "the connection.",
                    Retry: null);
            }
        }

        return null;
    }

    private static bool Says(Exception? failure, string words) =>
        failure is not null && (failure.Message.Contains(words, StringComparison.OrdinalIgnoreCase)
            || Says(failure.InnerException, words));
}
