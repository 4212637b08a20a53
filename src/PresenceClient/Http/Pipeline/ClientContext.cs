using Azure.Core;
using Microsoft.Extensions.Logging;
using PresenceClient.Diagnostics;

namespace PresenceClient.Http;

/// <summary>
/// What a <see cref="PresenceServiceClient"/> shares with the clients, loaders and watches that come from it.
/// Immutable, and created once for each <see cref="PresenceServiceClient"/>.
/// </summary>
internal sealed class ClientContext
{
    /// <param name="send">How requests are sent.</param>
    /// <param name="credential">Signs in; null if the adapter that sends the requests does.</param>
    /// <param name="endpoint">Where requests are sent.</param>
    /// <param name="options">The validated options.</param>
    public ClientContext(
        SendRequest send, TokenCredential? credential, GraphEndpoint endpoint, PresenceClientOptions options)
    {
        Endpoint = endpoint;
        Requests = new RequestFactory(endpoint);
        ApplicationId = options.ApplicationId;
        AttemptTimeout = options.AttemptTimeout;
        Time = options.TimeProvider;
        Log = GuardedLogger.Create(options.LoggerFactory);
        Gate = new RequestGate(options.MaxRequestsPer30Seconds, options.WaitWhenThrottled, Time);
        TokenCache? tokens = credential is null ? null : new TokenCache(
            new TokenSource(credential, endpoint.Scope, options.SignInTimeout, Time), Time, Log);
        Pipeline = new GraphPipeline(send, tokens, endpoint, Gate, options, new CallTelemetry(Time, Log));
    }

    public GraphPipeline Pipeline { get; }

    public RequestFactory Requests { get; }

    public GraphEndpoint Endpoint { get; }

    public RequestGate Gate { get; }

    /// <summary>The application's id, which names its presence sessions; null if it is not set.</summary>
    public string? ApplicationId { get; }

    /// <summary>The time limit of an attempt; <see cref="Timeout.InfiniteTimeSpan"/> for none.</summary>
    public TimeSpan AttemptTimeout { get; }

    public TimeProvider Time { get; }

    public ILogger Log { get; }
}
