using System.Net;
using System.Net.Sockets;

namespace PresenceClient.Http;

/// <summary>Says why an answer is missing or incomplete, without quoting the request or the answer.</summary>
/// <param name="What">The failure, as a clause.</param>
/// <param name="Cure">What to do, as a sentence; null if only another attempt helps.</param>
/// <param name="Retry">The advice for a retry; null for a permanent failure.</param>
internal sealed record ConnectionFailure(string What, string? Cure, RetryAdvice? Retry)
{
    public const string CheckTheWay = "Check the address, the proxy and the firewall.";

    public static ConnectionFailure Of(Exception cause) => cause switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } proxy => OfProxy(proxy),
        HttpRequestException { StatusCode: { } status } =>
            new($"the HTTP client reported the status {(int)status}", null, RetryAdvice.For(status, after: null)),
        HttpRequestException http => Of(http.HttpRequestError, http),
        HttpIOException io => Of(io.HttpRequestError, io),
        IOException { InnerException: InvalidDataException or InvalidOperationException } =>
            new("the answer cannot be decompressed", null, RetryAdvice.Lost),
        IOException or SocketException => OfSocket(cause, RetryAdvice.Lost),
        _ => TlsFailure.OfCertificate(cause) ?? new(
            $"the HTTP client, one of its handlers or the request adapter threw {cause.GetType().Name}", null, null),
    };

    private static ConnectionFailure Of(HttpRequestError error, Exception cause) => error switch
    {
        HttpRequestError.NameResolutionError => OfName(),
        HttpRequestError.ConnectionError => OfSocket(cause, RetryAdvice.NotSent),
        HttpRequestError.SecureConnectionError => TlsFailure.Of(cause),
        HttpRequestError.HttpProtocolError => new(
            Find<HttpProtocolException>(cause) is { ErrorCode: var code }
                ? $"the server ended the exchange with the HTTP/2 error 0x{code:X}"
                : "the server broke the HTTP/2 protocol",
            null, RetryAdvice.Lost),
        HttpRequestError.VersionNegotiationError => new(
            "the server does not support the version of HTTP that the HTTP client requires", CheckTheWay, null),
        HttpRequestError.UserAuthenticationError => new("the proxy did not accept the credentials",
            "Check the credentials of the HTTP client's proxy.", null),
        HttpRequestError.InvalidResponse => new("the answer is not valid HTTP", CheckTheWay, RetryAdvice.Lost),
        HttpRequestError.ResponseEnded => new(
            "the connection was closed before the answer was complete", null, RetryAdvice.Lost),
        HttpRequestError.ConfigurationLimitExceeded => new(
            "the headers of the answer are longer than the HTTP client accepts", null, null),
        _ => TlsFailure.OfCertificate(cause) ?? OfSocket(cause, RetryAdvice.Lost),
    };

    // The name belongs to a service that exists. A network that is starting up gives the same error.
    private static ConnectionFailure OfName() => new("the host name could not be resolved",
        "Check the host names of the address and of the proxy, and the network's DNS.", RetryAdvice.NotSent);

    private static ConnectionFailure OfProxy(HttpRequestException cause) => cause switch
    {
        { StatusCode: HttpStatusCode.ProxyAuthenticationRequired } => OfProxyCredentials(),
        { StatusCode: { } status } => new($"the proxy refused the connection with the status {(int)status}",
            "Ask for this address to be allowed, or use another proxy.",
            RetryAdvice.For(status, after: null) is null ? null : RetryAdvice.NotSent),

        // For SOCKS, .NET gives no status.
        { InnerException.Message: var words } when words.Contains("authenticat", StringComparison.OrdinalIgnoreCase) =>
            OfProxyCredentials(),
        _ => new("the proxy refused the connection", CheckTheWay, RetryAdvice.NotSent),
    };

    private static ConnectionFailure OfProxyCredentials() => new(
        "the proxy requires authentication (407)", "Give the HTTP client's proxy credentials.", null);

    private static ConnectionFailure OfSocket(Exception cause, RetryAdvice retry)
    {
        switch (Find<SocketException>(cause)?.SocketErrorCode)
        {
            case SocketError.ConnectionRefused:
                return new("the connection was refused", CheckTheWay, retry);
            case SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown:
                return new("the connection was reset", null, retry);
            case SocketError.TimedOut:
                return new("the connection timed out", CheckTheWay, retry);
            case SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.HostDown
                or SocketError.NetworkDown:
                return new("the host cannot be reached over the network", CheckTheWay, retry);
            case SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData:
                return OfName();
            case SocketError.AddressAlreadyInUse or SocketError.AddressNotAvailable
                or SocketError.TooManyOpenSockets or SocketError.NoBufferSpaceAvailable:
                return new("this machine has no port or buffer left for another connection", null, retry);
            case SocketError.AccessDenied:
                return new("this machine does not allow the connection", CheckTheWay, retry);
            case { } code:
                return new($"the connection failed ({code})", null, retry);
            default:
                return new($"the connection broke off ({cause.GetType().Name})", null, retry);
        }
    }

    private static T? Find<T>(Exception? cause) where T : Exception =>
        cause is null ? null : cause as T ?? Find<T>(cause.InnerException);
}
