using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace PresenceClient.Http;

/// <summary>Makes the HTTP client and the handler of a client that is given none.</summary>
internal static class ConnectionFactory
{
    /// <summary>
    /// An HTTP/2 connection that has been silent for as long is pinged, and abandoned after as long again: well before
    /// an attempt's time is up, so that the next attempt gets a new connection.
    /// </summary>
    public static readonly TimeSpan PingTime = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>A client over the caller's handler, or over its own; attempts have their own time limit.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The client disposes the handler it is given here.")]
    public static HttpClient CreateClient(HttpMessageHandler? handler, Uri? address) =>
        new(handler ?? CreateHandler(address, PingTime), disposeHandler: handler is null)
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };

    /// <summary>
    /// The handler of a client that is given none. It makes no activity (which is what no propagator means): .NET's own
    /// would hold the address, and so the id of a user.
    /// </summary>
    /// <param name="address">The address that it sends to; null for one in the cloud.</param>
    /// <param name="pingTime">How long an HTTP/2 connection may be silent, twice.</param>
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

        // A proxy that the environment names would get tokens to http://localhost in clear.
        UseProxy = address is not { IsAbsoluteUri: true, IsLoopback: true },
    };
}
