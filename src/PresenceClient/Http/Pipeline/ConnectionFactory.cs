using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace PresenceClient.Http;

/// <summary>Creates the HTTP client and its handler, unless the caller provides them.</summary>
internal static class ConnectionFactory
{
    /// <summary>
    /// The time after which a silent HTTP/2 connection is pinged. A ping without an answer closes the connection after
    /// the same time, well before an attempt's time limit, so that the next attempt gets a new connection.
    /// </summary>
    public static readonly TimeSpan PingTime = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Creates an HTTP client with the caller's handler, or with its own. Attempts have their own time limit.
    /// </summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The HTTP client disposes the handler.")]
    public static HttpClient CreateClient(HttpMessageHandler? handler, Uri? address) =>
        new(handler ?? CreateHandler(address, PingTime), disposeHandler: handler is null)
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };

    /// <summary>
    /// Creates the client's own handler. Without a propagator it creates no activity, since .NET's would contain the
    /// address, and so the id of a user.
    /// </summary>
    /// <param name="address">The address that requests are sent to; null for a cloud's own.</param>
    /// <param name="pingTime">How long an HTTP/2 connection may be silent before a ping, and after it.</param>
    public static SocketsHttpHandler CreateHandler(Uri? address, TimeSpan pingTime) => new()
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        EnableMultipleHttp2Connections = true,
        KeepAlivePingDelay = pingTime,
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        KeepAlivePingTimeout = pingTime,
        PooledConnectionLifetime = ConnectionLifetime,
        UseCookies = false,

        // A proxy from the environment would receive tokens for http://localhost in clear text.
        UseProxy = address is not { IsAbsoluteUri: true, IsLoopback: true },
    };
}
