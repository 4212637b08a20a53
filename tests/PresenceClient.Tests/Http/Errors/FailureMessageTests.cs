using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http.Errors;

/// <summary>The whole message for each exception of a connection, and whether the call is retried.</summary>
public sealed class FailureMessageTests
{
    private const string Check = "Check the address, the proxy and the firewall.";

    private const string CheckTls = "Check the address and its port, the proxy, and the TLS settings of this machine.";

    private static readonly Dictionary<string, Exception[]> Retried = new()
    {
        ["the HTTP client reported the status 502."] =
            [new HttpRequestException(null, null, HttpStatusCode.BadGateway)],
        ["the host name could not be resolved. Check the host names of the address and of the proxy, and the network's "
            + "DNS."] =
        [
            Of(HttpRequestError.NameResolutionError), Of(SocketError.HostNotFound), Of(SocketError.TryAgain),
            Of(SocketError.NoData),
        ],
        [$"the connection was refused. {Check}"] = [Of(SocketError.ConnectionRefused)],
        ["the connection was reset."] =
        [
            Of(SocketError.ConnectionReset), Of(SocketError.ConnectionAborted), Of(SocketError.Shutdown),
            new IOException("Reset.", new SocketException((int)SocketError.ConnectionReset)),
        ],
        [$"the connection timed out. {Check}"] = [Of(SocketError.TimedOut)],
        [$"the host cannot be reached over the network. {Check}"] =
        [
            Of(SocketError.HostUnreachable), Of(SocketError.NetworkUnreachable), Of(SocketError.HostDown),
            Of(SocketError.NetworkDown),
        ],
        ["this machine has no port or buffer left for another connection."] =
        [
            Of(SocketError.AddressAlreadyInUse), Of(SocketError.AddressNotAvailable),
            Of(SocketError.TooManyOpenSockets), Of(SocketError.NoBufferSpaceAvailable),
        ],
        [$"this machine does not allow the connection. {Check}"] = [Of(SocketError.AccessDenied)],
        ["the connection failed (MessageSize)."] = [Of(SocketError.MessageSize)],
        ["the connection broke off (HttpRequestException)."] = [new HttpRequestException()],
        [$"the proxy refused the connection. {Check}"] =
        [
            Of(HttpRequestError.ProxyTunnelError),
            Of(HttpRequestError.ProxyTunnelError, new IOException("SOCKS server failed to connect.")),
        ],
        ["the server broke the HTTP/2 protocol."] = [Of(HttpRequestError.HttpProtocolError)],
        ["the server ended the exchange with the HTTP/2 error 0xB."] =
            [Of(HttpRequestError.HttpProtocolError, new HttpProtocolException(11, "Calm.", null))],
        [$"the answer is not valid HTTP. {Check}"] = [Of(HttpRequestError.InvalidResponse)],
        ["the connection was closed before the answer was complete."] =
            [Of(HttpRequestError.ResponseEnded), new HttpIOException(HttpRequestError.ResponseEnded)],
        ["the answer cannot be decompressed."] =
            [new IOException(null, new InvalidDataException()), new IOException(null, new InvalidOperationException())],
        ["the connection was closed during the TLS handshake."] =
        [
            Of(HttpRequestError.SecureConnectionError, new IOException()),
            Of(HttpRequestError.SecureConnectionError, new SocketException()),
        ],
    };

    private static readonly Dictionary<string, Exception[]> Permanent = new()
    {
        ["the HTTP client reported the status 403."] =
            [new HttpRequestException(null, null, HttpStatusCode.Forbidden)],
        ["the HTTP client, one of its handlers or the request adapter threw InvalidOperationException."] =
            [new InvalidOperationException("words")],
        ["the certificate of the server is not trusted (UntrustedRoot). Check the certificate and its issuer, the "
            + "clock of this machine, and whether a proxy intercepts the connection."] =
        [
            Certificate(), new InvalidOperationException(null, Certificate()),
            new HttpRequestException(null, Certificate()), Of(HttpRequestError.SecureConnectionError, Certificate()),
            new AuthenticationException("Server 10.0.0.1:443: Remote certificate refused: UntrustedRoot"),
        ],
        ["the proxy refused the connection with the status 403. Ask for this address to be allowed, or use another "
            + "proxy."] =
            [new HttpRequestException(HttpRequestError.ProxyTunnelError, null, null, HttpStatusCode.Forbidden)],
        ["the proxy requires authentication (407). Give the HTTP client's proxy credentials."] =
        [
            new HttpRequestException(
                HttpRequestError.ProxyTunnelError, null, null, HttpStatusCode.ProxyAuthenticationRequired),
            Of(HttpRequestError.ProxyTunnelError, new IOException("Authentication with the SOCKS server failed.")),
        ],
        [$"the server does not support the version of HTTP that the HTTP client requires. {Check}"] =
            [Of(HttpRequestError.VersionNegotiationError)],
        ["the proxy did not accept the credentials. Check the credentials of the HTTP client's proxy."] =
            [Of(HttpRequestError.UserAuthenticationError)],
        ["the headers of the answer are longer than the HTTP client accepts."] =
            [Of(HttpRequestError.ConfigurationLimitExceeded)],
        [$"the TLS handshake failed. {CheckTls}"] =
            [Of(HttpRequestError.SecureConnectionError), Tls("alert handshake failure")],
        [$"the TLS handshake failed, because the answer is not TLS. {CheckTls}"] =
            [Tls("Frame size or corrupted frame"), Tls("wrong version number")],
        [$"the TLS handshake failed, because the two sides have no TLS version in common. {CheckTls}"] =
            [Tls("unsupported protocol"), Tls("they do not possess a common algorithm")],
    };

    public static TheoryData<string> Messages { get; } = new(Retried.Keys.Concat(Permanent.Keys));

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Call_ConnectionFails_IsItsWholeMessage(string words)
    {
        bool passes = Retried.TryGetValue(words, out Exception[]? causes);
        foreach (Exception cause in causes ?? Permanent[words])
        {
            using var graph = new FakeGraph(_ => Answers.Throw(cause));
            graph.Retry();

            PresenceException failure = await graph.FailAsync();

            failure.Message.Should().Be($"users.presence.get{(passes ? " (attempt 4)" : "")} failed: {words}");
            failure.InnerException.Should().BeSameAs(cause);
            failure.StatusCode.Should().Be(cause is HttpRequestException
            {
                HttpRequestError: not HttpRequestError.ProxyTunnelError, StatusCode: var status,
            } ? status : null);
        }
    }

    private static HttpRequestException Of(HttpRequestError error, Exception? inner = null) => new(error, null, inner);

    private static HttpRequestException Of(SocketError error) =>
        Of(HttpRequestError.ConnectionError, new SocketException((int)error));

    private static HttpRequestException Tls(string words) => Of(HttpRequestError.SecureConnectionError,
        new AuthenticationException("Authentication failed, see inner exception.", new IOException(words)));

    private static AuthenticationException Certificate() =>
        new("The remote certificate is invalid because of errors in the certificate chain: UntrustedRoot");
}
