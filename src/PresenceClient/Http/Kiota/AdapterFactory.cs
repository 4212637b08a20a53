using System.Diagnostics.CodeAnalysis;
using System.Net;
using Azure.Core;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Json;

namespace PresenceClient.Http;

/// <summary>Makes Kiota's adapter over an HTTP client, with serializers of its own and no handler of Kiota's.</summary>
internal static class AdapterFactory
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static HttpClientRequestAdapter Create(
        TokenCredential credential, GraphEndpoint endpoint, HttpClient client) =>
        new HttpClientRequestAdapter(
            new CredentialAuthentication(credential, endpoint),
            new JsonParseNodeFactory(),
            new JsonSerializationWriterFactory(),
            client,
            observabilityOptions: null,
            HttpVersion.Version20)
        {
            BaseUrl = endpoint.BaseAddress.AbsoluteUri,
        };

    /// <summary>A client over the caller's handler, or over its own; attempts have their own time limit.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The client disposes the handler it is given here.")]
    public static HttpClient CreateClient(HttpMessageHandler? handler) =>
        new(handler ?? CreateHandler(), disposeHandler: handler is null) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>
    /// The handler of a client that is given none. It makes no activity (which is what no propagator means): .NET's own
    /// would hold the address, and so the id of a user.
    /// </summary>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        EnableMultipleHttp2Connections = true,
        PooledConnectionLifetime = ConnectionLifetime,
    };
}
